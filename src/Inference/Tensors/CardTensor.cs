using FaceFusion.Inference.Native;

namespace FaceFusion.Inference.Tensors;

/// <summary>A tensor in a CUDA card's own memory: what one network gives there and the next takes. Owns the memory.</summary>
internal sealed unsafe class CardTensor : IDisposable
{
    private readonly OrtRuntime _runtime;
    private readonly CardAllocator _lender;
    private readonly void* _memory;

    private CardTensor(OrtRuntime runtime, CardAllocator lender, void* memory, OrtValue* value)
    {
        _runtime = runtime;
        _lender = lender;
        _memory = memory;
        Value = value;
    }

    /// <summary>The tensor as sessions on that card take and fill it.</summary>
    public OrtValue* Value { get; }

    /// <summary>A tensor with undefined content; null where the card has no more memory, or its session has just been given up.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="lender">A session's memory of the card.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="shape">The size of each dimension, at least 1.</param>
    public static CardTensor? Make(OrtRuntime runtime, CardAllocator lender, TensorElement element, ReadOnlySpan<long> shape)
    {
        bool held = false;
        try
        {
            lender.DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException)
        {
            return null;
        }

        nuint bytes = (nuint)TensorElements.Size(element);
        foreach (long size in shape)
            bytes = checked(bytes * (nuint)size);
        void* memory = lender.Allocate(bytes);
        if (memory is not null)
        {
            OrtValue* value;
            fixed (long* sizes = shape)
            {
                if (runtime.Api.TakeMessage(runtime.Api.CreateTensorWithDataAsOrtValue(lender.Memory, memory, bytes, sizes, (nuint)shape.Length, element, &value)) is null)
                    return new CardTensor(runtime, lender, memory, value);
            }

            lender.Free(memory);
        }

        lender.DangerousRelease();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _runtime.Api.ReleaseValue(Value);
        _lender.Free(_memory);
        _lender.DangerousRelease();
    }
}
