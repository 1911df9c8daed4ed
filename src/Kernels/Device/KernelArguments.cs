using System.Runtime.CompilerServices;

namespace FaceFusion.Kernels.Device;

/// <summary>
/// What a kernel is launched with, in the order of its parameters: views of a card's memory and structs or numbers without
/// references. Made once and used again and again; not to be shared by threads.
/// </summary>
public sealed unsafe class KernelArguments
{
    private const int MostArguments = 16, MostBytes = 1024;

    // Numbers lie at multiples of 8 bytes, so that a driver may read them in place.
    private readonly byte[] _bytes = GC.AllocateArray<byte>(MostBytes, pinned: true);
    private readonly (int Offset, int Bytes)[] _values = new (int, int)[MostArguments];
    private readonly DeviceView[] _views = new DeviceView[MostArguments];
    private int _used;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an argument is a view.</summary>
    /// <param name="index">Which.</param>
    public bool IsView(int index) => _values[index].Bytes == 0;

    /// <summary>An argument that is a view.</summary>
    /// <param name="index">Which.</param>
    public DeviceView View(int index) => _views[index];

    /// <summary>Where an argument that isn't a view lies, and how many bytes it has; good until <see cref="Clear"/>.</summary>
    /// <param name="index">Which.</param>
    public (nint Address, int Bytes) Value(int index) =>
        ((nint)Unsafe.AsPointer(ref _bytes[_values[index].Offset]), _values[index].Bytes);

    /// <summary>Takes all arguments away.</summary>
    public KernelArguments Clear()
    {
        Count = 0;
        _used = 0;
        return this;
    }

    /// <summary>Adds a view.</summary>
    /// <param name="view">The view.</param>
    public KernelArguments Add(DeviceView view)
    {
        _views[Count] = view;
        _values[Count++] = default;
        return this;
    }

    /// <summary>Adds a number or a struct.</summary>
    /// <typeparam name="T">Without references; laid out as the kernel's.</typeparam>
    /// <param name="value">The value.</param>
    public KernelArguments Add<T>(T value)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned(ref _bytes[_used], value);
        _values[Count++] = (_used, sizeof(T));
        _used += (sizeof(T) + 7) & ~7;
        return this;
    }
}
