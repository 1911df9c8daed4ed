using System.Runtime.InteropServices;
using FaceFusion.Inference.Native;

namespace FaceFusion.Inference.Tensors;

/// <summary>
/// A tensor's native memory, and what the runtime was told of it last: the next tensor in it is of the same shape as a rule,
/// and needs neither to be described nor to be bound again.
/// </summary>
internal sealed unsafe class TensorBlock
{
    private const string Remedy = "use the model file that the caller's contract names";

    private readonly Lock _gate = new();
    private long[] _shape = [];
    private TensorElement _element;

    // Told of as the processor's memory, and as page-locked memory: what a run is given stays as it is while others begin.
    private OrtValue* _value, _pinnedValue;

    /// <summary>Takes memory with undefined content.</summary>
    /// <param name="size">Its bytes.</param>
    /// <param name="alignment">What its address is a multiple of, 256 at most.</param>
    /// <param name="lender">Where page-locked memory comes from, with a reference for the block; null for plain memory.</param>
    public TensorBlock(nuint size, nuint alignment, CardAllocator? lender)
    {
        Size = size;
        Lender = lender;
        Address = lender is null ? null : lender.Allocate(size);
        if (Address is null)
        {
            // The system locks only so much.
            lender?.DangerousRelease();
            Lender = null;
            Address = NativeMemory.AlignedAlloc(size, alignment);
        }

        GC.AddMemoryPressure((long)size);
    }

    /// <summary>Where the memory is from; null for plain memory.</summary>
    public CardAllocator? Lender { get; }

    /// <summary>The first byte.</summary>
    public void* Address { get; private set; }

    /// <summary>The bytes.</summary>
    public nuint Size { get; }

    /// <summary>Has the memory hold a tensor.</summary>
    /// <param name="element">The type of its elements.</param>
    /// <param name="shape">The size of each dimension.</param>
    /// <returns>The shape, to be kept.</returns>
    public long[] Describe(TensorElement element, ReadOnlySpan<long> shape)
    {
        lock (_gate)
        {
            if (_element == element && shape.SequenceEqual(_shape))
                return _shape;

            ReleaseValues();
            _element = element;
            return _shape = shape.ToArray();
        }
    }

    /// <summary>The tensor as a session takes and fills it: bound to this memory once.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The session.</param>
    /// <param name="tensor">The tensor that the memory holds.</param>
    /// <exception cref="ModelException">The runtime refuses.</exception>
    public OrtValue* ValueOf(OrtRuntime runtime, OrtSessionHandle session, Tensor tensor)
    {
        lock (_gate)
        {
            if (session.TakesPinned && Lender is { } lender)
                return _pinnedValue is null ? _pinnedValue = Bind(runtime, lender.Memory, tensor) : _pinnedValue;
            return _value is null ? _value = Bind(runtime, runtime.CpuMemory, tensor) : _value;
        }
    }

    /// <summary>Gives the memory back to the operating system.</summary>
    public void Free()
    {
        lock (_gate)
        {
            ReleaseValues();
            if (Lender is null)
                NativeMemory.AlignedFree(Address);
            else
                Lender.Free(Address);
            Address = null;
        }

        Lender?.DangerousRelease();
        GC.RemoveMemoryPressure((long)Size);
    }

    private OrtValue* Bind(OrtRuntime runtime, OrtMemoryInfo* memory, Tensor tensor)
    {
        OrtValue* value;
        OrtStatus* status;
        fixed (long* shape = _shape)
            status = runtime.Api.CreateTensorWithDataAsOrtValue(memory, Address, tensor.ByteLength, shape, (nuint)_shape.Length, _element, &value);
        if (status is not null)
            runtime.Api.Check(status, $"ONNX Runtime can't take {tensor}", Remedy);
        return value;
    }

    private void ReleaseValues()
    {
        if (_value is not null)
            OnnxRuntime.Load().Api.ReleaseValue(_value);
        if (_pinnedValue is not null)
            OnnxRuntime.Load().Api.ReleaseValue(_pinnedValue);
        _value = _pinnedValue = null;
    }
}
