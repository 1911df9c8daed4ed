using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>
/// A context of CUDA with a stream: a host's, or the first card's. The context is made current for each call and the thread's
/// own given back after it. Kernels are loaded when they are first launched, once a context.
/// </summary>
public sealed unsafe class CudaDevice : KernelDevice
{
    private const int GroupWidth = 32, GroupHeight = 8, MostName = 256, MostArguments = 18;

    private readonly nint _context;
    private readonly int _retained;
    private readonly KernelCache<nint, (nint Module, nint Function)> _kernels;
    private readonly Dictionary<string, nint> _functions = [];

    private CudaDevice(nint context, int retained)
    {
        _context = context;
        _retained = retained;
        using CudaContextScope scope = new(context);
        int device;
        byte* name = stackalloc byte[MostName];
        CudaError.Require(CudaApi.ContextGetDevice(&device), "tell the context's card");
        CudaError.Require(CudaApi.DeviceGetName(name, MostName, device), "tell the card's name");
        Name = Marshal.PtrToStringUTF8((nint)name) ?? "";
        _kernels = KernelCache<nint, (nint Module, nint Function)>.Rent(context);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The context: a CUcontext.</summary>
    public nint Context => _context;

    /// <summary>The stream in which everything is done; 0 is the context's own.</summary>
    public nint Stream { get; set; }

    /// <summary>The first card, in its primary context; null where there is none.</summary>
    /// <exception cref="DeviceException">There is one, and it refuses.</exception>
    public static CudaDevice? First()
    {
        int device;
        if (!CudaApi.IsThere || CudaApi.Init(0) != CudaApi.Success || CudaApi.DeviceGet(&device, 0) != CudaApi.Success)
            return null;
        nint context;
        CudaError.Require(CudaApi.PrimaryContextRetain(&context, device), "open the card");
        return new CudaDevice(context, device);
    }

    /// <summary>The thread's current context: a host's, which outlives this.</summary>
    /// <exception cref="DeviceException">There is none.</exception>
    public static CudaDevice OfCurrentContext()
    {
        nint context;
        CudaError.Require(CudaApi.ContextGetCurrent(&context), "tell the current context");
        return context != 0
            ? new CudaDevice(context, -1)
            : throw new DeviceException("The host hands over CUDA pixels but has no current CUDA context; render on the processor.");
    }

    /// <summary>The thread's current context; 0 where there is none.</summary>
    /// <exception cref="DeviceException">There is no driver.</exception>
    public static nint CurrentContext
    {
        get
        {
            nint context;
            CudaError.Require(CudaApi.ContextGetCurrent(&context), "tell the current context");
            return context;
        }
    }

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<byte> source, DeviceMemory target, long offset = 0)
    {
        if (source.IsEmpty)
            return;

        // From pageable memory the driver takes a copy before it returns.
        using CudaContextScope scope = new(_context);
        fixed (byte* first = source)
            CudaError.Require(CudaApi.CopyToDevice((nint)(target.Handle + offset), first, (nuint)source.Length, Stream), "take pixels");
    }

    /// <inheritdoc/>
    public override void Download(DeviceMemory source, Span<byte> target, long offset = 0)
    {
        if (target.IsEmpty)
            return;
        using CudaContextScope scope = new(_context);
        fixed (byte* first = target)
        {
            CudaError.Require(CudaApi.CopyFromDevice(first, (nint)(source.Handle + offset), (nuint)target.Length, Stream), "hand out pixels");
            CudaError.Require(CudaApi.StreamSynchronize(Stream), "finish");
        }
    }

    /// <inheritdoc/>
    public override void Upload(nint source, long sourceRowBytes, DeviceRows target, long bytes, int rows) =>
        CopyRows(new CudaCopy(CudaPlace.OfHost(source), sourceRowBytes, CudaPlace.Of(target), target.RowBytes, bytes, rows), "take pixels");

    /// <inheritdoc/>
    public override void Download(DeviceRows source, nint target, long targetRowBytes, long bytes, int rows)
    {
        CopyRows(new CudaCopy(CudaPlace.Of(source), source.RowBytes, CudaPlace.OfHost(target), targetRowBytes, bytes, rows), "hand out pixels");
        Finish();
    }

    /// <inheritdoc/>
    public override void Copy(DeviceRows source, DeviceRows target, long bytes, int rows) =>
        CopyRows(new CudaCopy(CudaPlace.Of(source), source.RowBytes, CudaPlace.Of(target), target.RowBytes, bytes, rows), "copy pixels");

    /// <inheritdoc/>
    public override void Clear(DeviceRows target, long bytes, int rows)
    {
        using CudaContextScope scope = new(_context);
        CudaError.Require(CudaApi.FillRows(CudaPlace.Of(target).Device, (nuint)target.RowBytes, 0, (nuint)bytes, (nuint)rows, Stream), "clear pixels");
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        using CudaContextScope scope = new(_context);
        CudaError.Require(CudaApi.StreamSynchronize(Stream), "finish");
    }

    /// <inheritdoc/>
    protected override DeviceMemory Allocate(long bytes)
    {
        using CudaContextScope scope = new(_context);
        nint address;
        CudaError.Require(CudaApi.MemoryAllocate(&address, (nuint)bytes), "lend memory");
        return new DeviceMemory(address, bytes);
    }

    /// <inheritdoc/>
    protected override void Free(DeviceMemory memory)
    {
        using CudaContextScope scope = new(_context);
        CudaError.Require(CudaApi.MemoryFree(memory.Handle), "take memory back");
    }

    /// <inheritdoc/>
    protected override void Run(string kernel, int width, int height, KernelArguments arguments)
    {
        using CudaContextScope scope = new(_context);
        nint function = FunctionOf(kernel);
        void** parameters = stackalloc void*[MostArguments];
        ViewPart* views = stackalloc ViewPart[MostArguments];
        parameters[0] = &width;
        parameters[1] = &height;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments.IsView(i))
            {
                DeviceView view = arguments.View(i);
                views[i] = new ViewPart((nint)(view.Memory.Handle + view.OffsetBytes), view.Length);
                parameters[i + 2] = &views[i];
            }
            else
            {
                parameters[i + 2] = (void*)arguments.Value(i).Address;
            }
        }

        CudaError.Require(
            CudaApi.Launch(function, Groups(width, GroupWidth), Groups(height, GroupHeight), GroupWidth, GroupHeight, Stream, parameters),
            $"launch {kernel}");
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        _functions.Clear();
        try
        {
            _kernels.Return(Unload);
        }
        finally
        {
            if (_retained >= 0)
                _ = CudaApi.PrimaryContextRelease(_retained);
        }
    }

    private void CopyRows(CudaCopy copy, string action)
    {
        using CudaContextScope scope = new(_context);
        CudaError.Require(CudaApi.CopyRows(&copy, Stream), action);
    }

    private static uint Groups(int pixels, int size) => (uint)((pixels + size - 1) / size);

    private nint FunctionOf(string name)
    {
        if (!_functions.TryGetValue(name, out nint function))
            _functions[name] = function = _kernels.Get(name, Load).Function;
        return function;
    }

    private void Unload((nint Module, nint Function) kernel)
    {
        using CudaContextScope scope = new(_context);
        _ = CudaApi.ModuleUnload(kernel.Module);
    }

    private static (nint Module, nint Function) Load(string name)
    {
        // The driver wants text that ends with a zero.
        byte[] text = [.. KernelText.Ptx(name), 0], entry = Encoding.UTF8.GetBytes(KernelText.EntryPoint(name) + "\0");
        nint module, function;
        fixed (byte* image = text, entryName = entry)
        {
            CudaError.Require(CudaApi.ModuleLoadData(&module, image), $"load {name}");
            CudaError.Require(CudaApi.ModuleGetFunction(&function, module, entryName), $"find {name}");
        }

        return (module, function);
    }

    // ILGPU's PTX form of a view.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ViewPart(nint pointer, long length)
    {
        public readonly nint Pointer = pointer;
        public readonly long Length = length;
    }
}
