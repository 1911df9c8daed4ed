using System.Runtime.CompilerServices;
using System.Text;
using FaceFusion.Kernels.Device;

namespace FaceFusion.Gpu.Ptx;

/// <summary>Runs the generated PTX without a card, a thread after another: what is tested of it where there is none.</summary>
internal sealed unsafe class PtxDevice : KernelDevice
{
    private const int GroupWidth = 8, GroupHeight = 4;

    private readonly PtxMemory _memory = new();
    private readonly Dictionary<string, PtxProgram> _programs = [];

    /// <inheritdoc/>
    public override string Name => "PTX interpreter";

    /// <summary>The kernels that were launched.</summary>
    public IReadOnlyCollection<string> Launched => _programs.Keys;

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<byte> source, DeviceMemory target, long offset = 0) =>
        source.CopyTo(new Span<byte>((byte*)target.Handle + offset, source.Length));

    /// <inheritdoc/>
    public override void Download(DeviceMemory source, Span<byte> target, long offset = 0) =>
        new ReadOnlySpan<byte>((byte*)source.Handle + offset, target.Length).CopyTo(target);

    /// <inheritdoc/>
    public override void Upload(nint source, long sourceRowBytes, DeviceRows target, long bytes, int rows) =>
        CopyRows(source, sourceRowBytes, First(target), target.RowBytes, bytes, rows);

    /// <inheritdoc/>
    public override void Download(DeviceRows source, nint target, long targetRowBytes, long bytes, int rows) =>
        CopyRows(First(source), source.RowBytes, target, targetRowBytes, bytes, rows);

    /// <inheritdoc/>
    public override void Copy(DeviceRows source, DeviceRows target, long bytes, int rows) =>
        CopyRows(First(source), source.RowBytes, First(target), target.RowBytes, bytes, rows);

    /// <inheritdoc/>
    public override void Clear(DeviceRows target, long bytes, int rows)
    {
        for (int y = 0; y < rows; y++)
            new Span<byte>((byte*)First(target) + (y * target.RowBytes), checked((int)bytes)).Clear();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
    }

    /// <inheritdoc/>
    protected override DeviceMemory Allocate(long bytes) => new(_memory.Allocate(bytes), bytes);

    /// <inheritdoc/>
    protected override void Free(DeviceMemory memory) => _memory.Free(memory.Handle);

    /// <inheritdoc/>
    protected override void Close() => _memory.Dispose();

    private static nint First(DeviceRows rows) => (nint)(rows.Memory.Handle + rows.OffsetBytes);

    private static void CopyRows(nint source, long sourceRowBytes, nint target, long targetRowBytes, long bytes, int rows)
    {
        for (int y = 0; y < rows; y++)
            Buffer.MemoryCopy((byte*)source + (y * sourceRowBytes), (byte*)target + (y * targetRowBytes), bytes, bytes);
    }

    /// <inheritdoc/>
    protected override void Run(string kernel, int width, int height, KernelArguments arguments)
    {
        if (!_programs.TryGetValue(kernel, out PtxProgram? program))
            _programs[kernel] = program = PtxProgram.Parse(Encoding.ASCII.GetString(KernelText.Ptx(kernel)), _memory);

        byte[] parameters = new byte[program.ParameterBytes];
        Unsafe.WriteUnaligned(ref parameters[program.ParameterOffsets[0]], width);
        Unsafe.WriteUnaligned(ref parameters[program.ParameterOffsets[1]], height);
        for (int i = 0; i < arguments.Count; i++)
        {
            Span<byte> parameter = parameters.AsSpan(program.ParameterOffsets[i + 2]);
            if (arguments.IsView(i))
            {
                Unsafe.WriteUnaligned(ref parameter[0], arguments.View(i).Memory.Handle + arguments.View(i).OffsetBytes);
                Unsafe.WriteUnaligned(ref parameter[8], arguments.View(i).Length);
            }
            else
            {
                (nint address, int bytes) = arguments.Value(i);
                new ReadOnlySpan<byte>((void*)address, bytes).CopyTo(parameter);
            }
        }

        for (int y = 0; y < (height + GroupHeight - 1) / GroupHeight * GroupHeight; y++)
        {
            for (int x = 0; x < (width + GroupWidth - 1) / GroupWidth * GroupWidth; x++)
                program.Run(new PtxThread(x / GroupWidth, y / GroupHeight, GroupWidth, GroupHeight, x % GroupWidth, y % GroupHeight), parameters);
        }
    }
}
