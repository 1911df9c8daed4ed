namespace FaceFusion.Kernels.Device;

/// <summary>
/// Where kernels run: a card's context with the order in which it does things (CUDA's stream, OpenCL's queue). What is asked
/// of it is done in that order; only downloads and <see cref="Finish"/> wait. For one thread at a time.
/// </summary>
public abstract class KernelDevice : IDisposable
{
    // Blocks are lent in powers of two from this size on.
    private const long LeastBlock = 1 << 12;

    private readonly Dictionary<long, Stack<DeviceMemory>> _idle = [];

    /// <summary>The driver's name of it, for people.</summary>
    public abstract string Name { get; }

    /// <summary>Arguments for the next launch.</summary>
    public KernelArguments Arguments { get; } = new();

    /// <summary>Lends memory of undefined content; given back with <see cref="Return"/>, kept for the next that asks.</summary>
    /// <param name="bytes">How much at the least.</param>
    /// <exception cref="DeviceMemoryException">The card has no more.</exception>
    public DeviceMemory Rent(long bytes)
    {
        long size = LeastBlock;
        while (size < bytes)
            size *= 2;
        return _idle.TryGetValue(size, out Stack<DeviceMemory>? blocks) && blocks.TryPop(out DeviceMemory memory) ? memory : Allocate(size);
    }

    /// <summary>Takes lent memory back; kernels that were launched before may still use it.</summary>
    /// <param name="memory">As it was lent.</param>
    public void Return(DeviceMemory memory)
    {
        if (!_idle.TryGetValue(memory.Bytes, out Stack<DeviceMemory>? blocks))
            _idle[memory.Bytes] = blocks = new Stack<DeviceMemory>();
        blocks.Push(memory);
    }

    /// <summary>Launches a kernel, a thread for each pixel.</summary>
    /// <param name="kernel">Its name.</param>
    /// <param name="width">Columns; the kernel's first argument.</param>
    /// <param name="height">Rows; the kernel's second argument.</param>
    /// <param name="arguments">The other arguments.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public void Launch(string kernel, int width, int height, KernelArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (width > 0 && height > 0)
            Run(kernel, width, height, arguments);
    }

    /// <summary>Copies to the card; the source may be changed as soon as this returns.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="offset">Bytes from the memory's beginning.</param>
    public abstract void Upload(ReadOnlySpan<byte> source, DeviceMemory target, long offset = 0);

    /// <summary>Copies from the card once everything before is done.</summary>
    /// <param name="source">Where the bytes are.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="offset">Bytes from the memory's beginning.</param>
    public abstract void Download(DeviceMemory source, Span<byte> target, long offset = 0);

    /// <summary>Copies rows to the card; the source may be changed as soon as this returns.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="sourceRowBytes">From one row to the next; at least <paramref name="bytes"/>.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="bytes">Bytes of a row, above 0.</param>
    /// <param name="rows">How many, above 0.</param>
    public abstract void Upload(nint source, long sourceRowBytes, DeviceRows target, long bytes, int rows);

    /// <summary>Copies rows from the card once everything before is done.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="target">Where the first one goes.</param>
    /// <param name="targetRowBytes">From one row to the next; at least <paramref name="bytes"/>.</param>
    /// <param name="bytes">Bytes of a row, above 0.</param>
    /// <param name="rows">How many, above 0.</param>
    public abstract void Download(DeviceRows source, nint target, long targetRowBytes, long bytes, int rows);

    /// <summary>Copies rows on the card.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="target">Where they go; no byte of the source's.</param>
    /// <param name="bytes">Bytes of a row, above 0.</param>
    /// <param name="rows">How many, above 0.</param>
    public abstract void Copy(DeviceRows source, DeviceRows target, long bytes, int rows);

    /// <summary>Fills rows on the card with zeros.</summary>
    /// <param name="target">The rows.</param>
    /// <param name="bytes">Bytes of a row, above 0.</param>
    /// <param name="rows">How many, above 0.</param>
    public abstract void Clear(DeviceRows target, long bytes, int rows);

    /// <summary>Waits until everything is done.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        DeviceMemory[] idle = [.. _idle.Values.SelectMany(blocks => blocks)];
        _idle.Clear();
        try
        {
            foreach (DeviceMemory memory in idle)
                Free(memory);
        }
        finally
        {
            Close();
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Gets memory from the driver.</summary>
    /// <param name="bytes">How much.</param>
    protected abstract DeviceMemory Allocate(long bytes);

    /// <summary>Gives memory back to the driver.</summary>
    /// <param name="memory">The memory.</param>
    protected abstract void Free(DeviceMemory memory);

    /// <summary>Launches a kernel.</summary>
    /// <param name="kernel">Its name.</param>
    /// <param name="width">Columns, above 0.</param>
    /// <param name="height">Rows, above 0.</param>
    /// <param name="arguments">The arguments behind those two.</param>
    protected abstract void Run(string kernel, int width, int height, KernelArguments arguments);

    /// <summary>Gives everything else back to the driver.</summary>
    protected abstract void Close();
}
