using System.Runtime.InteropServices;

namespace FaceFusion.Inference.Tensors;

/// <summary>
/// A dense, row-major tensor of numbers in native memory of its own, aligned to 64 bytes. One thread at a time may
/// write to it; any number may read. Disposing of it while a session runs on it is an error.
/// </summary>
public sealed unsafe class Tensor : IDisposable
{
    private readonly long[] _shape;
    private TensorBlock? _block;

    /// <summary>A tensor of zeros.</summary>
    /// <param name="element">The type of its elements.</param>
    /// <param name="shape">The size of each dimension, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The element type is not one of numbers, a dimension is negative, or there are 2³¹ elements or more.
    /// </exception>
    public Tensor(TensorElement element, params ReadOnlySpan<long> shape)
        : this(element, shape, clear: true)
    {
    }

    private Tensor(TensorElement element, ReadOnlySpan<long> shape, bool clear)
    {
        int size = TensorElements.Size(element);
        if (size == 0)
            throw new ArgumentOutOfRangeException(nameof(element), element, "A tensor holds numbers.");

        Element = element;
        Length = CountElements(shape);
        ByteLength = (nuint)Length * (nuint)size;
        _block = TensorMemory.Rent(ByteLength);
        _shape = _block.Describe(element, shape);
        if (clear)
            NativeMemory.Clear(_block.Address, ByteLength);
    }

    /// <summary>Frees the memory of a tensor that nobody disposed of.</summary>
    ~Tensor() => Free();

    /// <summary>The type of the elements.</summary>
    public TensorElement Element { get; }

    /// <summary>The size of each dimension, outermost first.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The number of bytes.</summary>
    internal nuint ByteLength { get; }

    /// <summary>The first element's address; null once disposed of.</summary>
    internal void* Data => _block is { } block ? block.Address : null;

    /// <summary>Where it lies, in memory that is kept.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed of.</exception>
    internal TensorBlock Block
    {
        get
        {
            ObjectDisposedException.ThrowIf(_block is null, this);
            return _block;
        }
    }

    /// <summary>A tensor whose elements are undefined: for one that is about to be written whole.</summary>
    /// <inheritdoc cref="Tensor(TensorElement, ReadOnlySpan{long})"/>
    public static Tensor Uninitialized(TensorElement element, params ReadOnlySpan<long> shape) => new(element, shape, clear: false);

    /// <summary>A tensor with elements converted from floats, rounded to the nearest (ties to even) where it is Float16.</summary>
    /// <param name="element">Float32 or Float16.</param>
    /// <param name="values">As many values as the shape has elements, row-major.</param>
    /// <param name="shape">The size of each dimension, outermost first.</param>
    public static Tensor FromFloats(TensorElement element, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape)
    {
        Tensor tensor = Uninitialized(element, shape);
        tensor.WriteFloats(values);
        return tensor;
    }

    /// <summary>The elements in place.</summary>
    /// <typeparam name="T">The .NET type of <see cref="Element"/>.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public Span<T> AsSpan<T>()
        where T : unmanaged
    {
        void* data = Block.Address;
        if (TensorElements.Of<T>() != Element)
            throw new InvalidOperationException($"The tensor's elements are {Element}, not {typeof(T).Name}.");

        return new Span<T>(data, Length);
    }

    /// <summary>The elements' bytes in place.</summary>
    public Span<byte> AsBytes()
    {
        return new Span<byte>(Block.Address, checked((int)ByteLength));
    }

    /// <summary>Copies the elements out as floats; exact for Float16.</summary>
    /// <param name="destination">Room for <see cref="Length"/> values at least.</param>
    /// <exception cref="InvalidOperationException">The elements are neither Float32 nor Float16.</exception>
    public void ReadFloats(Span<float> destination)
    {
        if (destination.Length < Length)
            throw new ArgumentException($"The tensor has {Length} elements, but there is room for {destination.Length}.", nameof(destination));

        switch (Element)
        {
            case TensorElement.Float32:
                AsSpan<float>().CopyTo(destination);
                break;
            case TensorElement.Float16:
                HalfConversion.ToSingle(AsSpan<Half>(), destination);
                break;
            default:
                throw NotOfFloats();
        }
    }

    /// <summary>The elements as floats; exact for Float16.</summary>
    /// <exception cref="InvalidOperationException">The elements are neither Float32 nor Float16.</exception>
    public float[] ToFloats()
    {
        float[] values = new float[Length];
        ReadFloats(values);
        return values;
    }

    /// <summary>Sets the elements from floats, rounded to the nearest (ties to even) where the tensor is Float16.</summary>
    /// <param name="source">Exactly <see cref="Length"/> values, row-major.</param>
    /// <exception cref="InvalidOperationException">The elements are neither Float32 nor Float16.</exception>
    public void WriteFloats(ReadOnlySpan<float> source)
    {
        if (source.Length != Length)
            throw new ArgumentException($"The tensor has {Length} elements, but {source.Length} were given.", nameof(source));
        WriteFloats(0, source);
    }

    /// <summary>Sets some of the elements, as <see cref="WriteFloats(ReadOnlySpan{float})"/> sets all; several threads may set different ones at once.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="source">Their values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There aren't so many.</exception>
    /// <exception cref="InvalidOperationException">The elements are neither Float32 nor Float16.</exception>
    public void WriteFloats(int first, ReadOnlySpan<float> source)
    {
        switch (Element)
        {
            case TensorElement.Float32:
                source.CopyTo(AsSpan<float>().Slice(first, source.Length));
                break;
            case TensorElement.Float16:
                HalfConversion.ToHalf(source, AsSpan<Half>().Slice(first, source.Length));
                break;
            default:
                throw NotOfFloats();
        }
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>The type and the shape, such as "Float32 [1, 3, 640, 640]".</summary>
    public override string ToString() => $"{Element} [{string.Join(", ", _shape)}]";

    private static int CountElements(ReadOnlySpan<long> shape)
    {
        // A dimension of 0 makes the tensor empty whatever the others are: without this, the product could overflow first.
        bool empty = shape.Contains(0);
        long count = empty ? 0 : 1;
        foreach (long dimension in shape)
        {
            if (dimension < 0 || (!empty && dimension > int.MaxValue / count))
                throw new ArgumentOutOfRangeException(nameof(shape), $"A tensor can't have the shape [{string.Join(", ", shape.ToArray())}].");
            if (!empty)
                count *= dimension;
        }

        return (int)count;
    }

    private InvalidOperationException NotOfFloats() => new($"The tensor's elements are {Element}, neither Float32 nor Float16.");

    private void Free()
    {
        if (Interlocked.Exchange(ref _block, null) is { } block)
            TensorMemory.Return(block);
    }
}
