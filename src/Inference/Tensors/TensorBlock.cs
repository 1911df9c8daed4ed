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
    private OrtValue* _value;

    /// <summary>Takes memory with undefined content.</summary>
    /// <param name="size">Its bytes.</param>
    /// <param name="alignment">What its address is a multiple of.</param>
    public TensorBlock(nuint size, nuint alignment)
    {
        Size = size;
        Address = NativeMemory.AlignedAlloc(size, alignment);
        GC.AddMemoryPressure((long)size);
    }

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

            ReleaseValue();
            _element = element;
            return _shape = shape.ToArray();
        }
    }

    /// <summary>The tensor as the runtime takes and fills it: bound to this memory once.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="tensor">The tensor that the memory holds.</param>
    /// <exception cref="ModelException">The runtime refuses.</exception>
    public OrtValue* ValueOf(OrtRuntime runtime, Tensor tensor)
    {
        lock (_gate)
        {
            if (_value is null)
            {
                OrtValue* value;
                OrtStatus* status;
                fixed (long* shape = _shape)
                    status = runtime.Api.CreateTensorWithDataAsOrtValue(runtime.CpuMemory, Address, tensor.ByteLength, shape, (nuint)_shape.Length, _element, &value);
                if (status is not null)
                    runtime.Api.Check(status, $"ONNX Runtime can't take {tensor}", Remedy);
                _value = value;
            }

            return _value;
        }
    }

    /// <summary>Gives the memory back to the operating system.</summary>
    public void Free()
    {
        lock (_gate)
        {
            ReleaseValue();
            NativeMemory.AlignedFree(Address);
            Address = null;
        }

        GC.RemoveMemoryPressure((long)Size);
    }

    private void ReleaseValue()
    {
        if (_value is not null)
            OnnxRuntime.Load().Api.ReleaseValue(_value);
        _value = null;
    }
}
