using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Kernels.Device.OpenCl;

/// <summary>A device of OpenCL with a queue: a host's, or one of our own. Kernels are compiled when they are first launched, once a context.</summary>
public sealed unsafe class OpenClDevice : KernelDevice
{
    private const uint DeviceName = 0x102B, QueueContext = 0x1090, QueueDevice = 0x1091, BuildLog = 0x1183;
    private const ulong EveryType = 0xFFFF_FFFF, ReadWrite = 1;
    private const int OutOfMemory = -4, OutOfResources = -5, OutOfHostMemory = -6;
    private const int MostText = 4096, GroupWidth = 16, GroupHeight = 8;
    private const uint Blocking = 1;

    private readonly nint _context;
    private readonly nint _device;
    private readonly nint _queue;
    private readonly KernelCache<(nint Context, nint Device), nint> _programs;

    // A kernel holds the arguments of its next launch: each device has its own.
    private readonly Dictionary<string, nint> _kernels = [];

    private OpenClDevice(nint context, nint device, nint queue)
    {
        _context = context;
        _device = device;
        _queue = queue;
        Name = Text((size, value, used) => OpenClApi.GetDeviceInfo(device, DeviceName, size, value, used));
        _programs = KernelCache<(nint Context, nint Device), nint>.Rent((context, device));
    }

    private delegate int Question(nuint size, void* value, nuint* used);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>How many kernels are compiled for its context.</summary>
    internal int Compiled => KernelCache<(nint Context, nint Device), nint>.CountOf((_context, _device));

    /// <summary>The queue: a cl_command_queue.</summary>
    public nint Queue => _queue;

    /// <summary>The first device of the first platform that has one, in a context of our own; null where there is none.</summary>
    /// <exception cref="DeviceException">There is one, and it refuses.</exception>
    public static OpenClDevice? First()
    {
        uint platforms;
        if (!OpenClApi.IsThere || OpenClApi.GetPlatformIDs(0, null, &platforms) != OpenClApi.Success || platforms == 0)
            return null;
        nint* all = stackalloc nint[(int)platforms];
        Require(OpenClApi.GetPlatformIDs(platforms, all, null), "list its platforms");
        for (uint i = 0; i < platforms; i++)
        {
            nint device;
            uint found;
            if (OpenClApi.GetDeviceIDs(all[i], EveryType, 1, &device, &found) == OpenClApi.Success && found > 0)
                return Open(device);
        }

        return null;
    }

    /// <summary>A host's queue; it is kept alive until this is disposed of.</summary>
    /// <param name="queue">A cl_command_queue, in order.</param>
    /// <exception cref="DeviceException">It isn't one.</exception>
    public static OpenClDevice OfQueue(nint queue)
    {
        nint context, device;
        Require(OpenClApi.GetCommandQueueInfo(queue, QueueContext, (nuint)sizeof(nint), &context, null), "tell the queue's context");
        Require(OpenClApi.GetCommandQueueInfo(queue, QueueDevice, (nuint)sizeof(nint), &device, null), "tell the queue's device");
        Require(OpenClApi.RetainContext(context), "keep the queue's context");
        Require(OpenClApi.RetainCommandQueue(queue), "keep the queue");
        return new OpenClDevice(context, device, queue);
    }

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<byte> source, DeviceMemory target, long offset = 0)
    {
        if (source.IsEmpty)
            return;
        fixed (byte* first = source)
            Require(OpenClApi.EnqueueWriteBuffer(_queue, target.Handle, Blocking, (nuint)offset, (nuint)source.Length, first), "take pixels");
    }

    /// <inheritdoc/>
    public override void Download(DeviceMemory source, Span<byte> target, long offset = 0)
    {
        if (target.IsEmpty)
            return;
        fixed (byte* first = target)
            Require(OpenClApi.EnqueueReadBuffer(_queue, source.Handle, Blocking, (nuint)offset, (nuint)target.Length, first), "hand out pixels");
    }

    /// <inheritdoc/>
    public override void Upload(nint source, long sourceRowBytes, DeviceRows target, long bytes, int rows)
    {
        nuint* place = stackalloc nuint[3], none = stackalloc nuint[] { 0, 0, 0 }, region = stackalloc nuint[] { (nuint)bytes, (nuint)rows, 1 };
        Place(target, place);
        Require(OpenClApi.EnqueueWriteBufferRect(_queue, target.Memory.Handle, Blocking, place, none, region, (nuint)target.RowBytes, (nuint)sourceRowBytes, (void*)source), "take pixels");
    }

    /// <inheritdoc/>
    public override void Download(DeviceRows source, nint target, long targetRowBytes, long bytes, int rows)
    {
        nuint* place = stackalloc nuint[3], none = stackalloc nuint[] { 0, 0, 0 }, region = stackalloc nuint[] { (nuint)bytes, (nuint)rows, 1 };
        Place(source, place);
        Require(OpenClApi.EnqueueReadBufferRect(_queue, source.Memory.Handle, Blocking, place, none, region, (nuint)source.RowBytes, (nuint)targetRowBytes, (void*)target), "hand out pixels");
    }

    /// <inheritdoc/>
    public override void Copy(DeviceRows source, DeviceRows target, long bytes, int rows)
    {
        nuint* from = stackalloc nuint[3], to = stackalloc nuint[3], region = stackalloc nuint[] { (nuint)bytes, (nuint)rows, 1 };
        Place(source, from);
        Place(target, to);
        Require(OpenClApi.EnqueueCopyBufferRect(_queue, source.Memory.Handle, target.Memory.Handle, from, to, region, (nuint)source.RowBytes, (nuint)target.RowBytes), "copy pixels");
    }

    /// <inheritdoc/>
    public override void Clear(DeviceRows target, long bytes, int rows)
    {
        byte zero = 0;
        int fills = bytes == target.RowBytes ? 1 : rows;
        long length = bytes * rows / fills;
        for (int i = 0; i < fills; i++)
            Require(OpenClApi.EnqueueFillBuffer(_queue, target.Memory.Handle, &zero, 1, (nuint)(target.OffsetBytes + (i * target.RowBytes)), (nuint)length), "clear pixels");
    }

    /// <inheritdoc/>
    public override void Finish() => Require(OpenClApi.Finish(_queue), "finish");

    /// <inheritdoc/>
    protected override DeviceMemory Allocate(long bytes)
    {
        int error;
        nint memory = OpenClApi.CreateBuffer(_context, ReadWrite, (nuint)bytes, null, &error);
        Require(error, "lend memory");
        return new DeviceMemory(memory, bytes);
    }

    /// <inheritdoc/>
    protected override void Free(DeviceMemory memory) => Require(OpenClApi.ReleaseMemObject(memory.Handle), "take memory back");

    /// <inheritdoc/>
    protected override void Run(string kernel, int width, int height, KernelArguments arguments)
    {
        nint function = KernelOf(kernel);
        uint index = 0;

        // All pointers come first; behind them everything in order, a view as its offset and its length.
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments.IsView(i))
            {
                nint handle = arguments.View(i).Memory.Handle;
                SetArgument(function, index++, sizeof(nint), &handle);
            }
        }

        SetArgument(function, index++, sizeof(int), &width);
        SetArgument(function, index++, sizeof(int), &height);
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments.IsView(i))
            {
                ViewPart part = new(checked((int)arguments.View(i).OffsetElements), arguments.View(i).Length);
                SetArgument(function, index++, sizeof(ViewPart), &part);
            }
            else
            {
                (nint address, int bytes) = arguments.Value(i);
                SetArgument(function, index++, bytes, (void*)address);
            }
        }

        nuint* local = stackalloc nuint[] { GroupWidth, GroupHeight };
        nuint* global = stackalloc nuint[] { RoundUp(width, GroupWidth), RoundUp(height, GroupHeight) };
        Require(OpenClApi.EnqueueNDRangeKernel(_queue, function, 2, global, local), $"launch {kernel}");
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        foreach (nint kernel in _kernels.Values)
            _ = OpenClApi.ReleaseKernel(kernel);
        _kernels.Clear();
        _programs.Return(static program => _ = OpenClApi.ReleaseProgram(program));
        _ = OpenClApi.ReleaseCommandQueue(_queue);
        _ = OpenClApi.ReleaseContext(_context);
    }

    private static OpenClDevice Open(nint device)
    {
        int error;
        nint context = OpenClApi.CreateContext(null, 1, &device, &error);
        Require(error, "make a context");
        nint queue = OpenClApi.CreateCommandQueue(context, device, 0, &error);
        Require(error, "make a queue");
        return new OpenClDevice(context, device, queue);
    }

    private static void Place(DeviceRows rows, nuint* place)
    {
        place[0] = (nuint)(rows.OffsetBytes % rows.RowBytes);
        place[1] = (nuint)(rows.OffsetBytes / rows.RowBytes);
        place[2] = 0;
    }

    private static nuint RoundUp(int value, int step) => (nuint)((value + step - 1) / step * step);

    private static void SetArgument(nint kernel, uint index, int bytes, void* value) =>
        Require(OpenClApi.SetKernelArg(kernel, index, (nuint)bytes, value), "take an argument");

    private static void Require(int status, string action)
    {
        if (status is OutOfMemory or OutOfResources or OutOfHostMemory)
            throw new DeviceMemoryException($"The OpenCL device has too little memory to {action}; render on the processor, or free some.");
        if (status != OpenClApi.Success)
            throw new DeviceException($"The OpenCL device did not {action} (error {status}); update its driver, or render on the processor.");
    }

    private static string Text(Question question)
    {
        byte* text = stackalloc byte[MostText];
        nuint used;
        return question(MostText, text, &used) == OpenClApi.Success ? Encoding.UTF8.GetString(text, (int)used).TrimEnd('\0', '\n', ' ') : "";
    }

    private nint KernelOf(string name)
    {
        if (_kernels.TryGetValue(name, out nint found))
            return found;

        int error;
        nint kernel, program = _programs.Get(name, Compile);
        fixed (byte* function = Encoding.UTF8.GetBytes(KernelText.EntryPoint(name) + "\0"))
            kernel = OpenClApi.CreateKernel(program, function, &error);
        Require(error, $"find {name}");
        _kernels[name] = kernel;
        return kernel;
    }

    private nint Compile(string name)
    {
        byte[] source = KernelText.OpenCl(name);
        int error;
        nint program, device = _device;
        fixed (byte* first = source, options = "-cl-std=CL1.2\0"u8)
        {
            nuint length = (nuint)source.Length;
            byte* text = first;
            program = OpenClApi.CreateProgramWithSource(_context, 1, &text, &length, &error);
            Require(error, $"take {name}");
            if (OpenClApi.BuildProgram(program, 1, &device, options) != OpenClApi.Success)
                throw new DeviceException($"The OpenCL device {Name} did not compile {name}: {Text((size, value, used) => OpenClApi.GetProgramBuildInfo(program, _device, BuildLog, size, value, used))}; update its driver, or render on the processor.");
        }

        return program;
    }

    // ILGPU's kernel form of a view.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ViewPart(int offset, long length)
    {
        public readonly int Offset = offset;
        public readonly long Length = length;
    }
}
