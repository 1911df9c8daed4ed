namespace FaceFusion.Inference.Tensors;

/// <summary>What the element types are made of.</summary>
internal static class TensorElements
{
    /// <summary>The bytes of one element, or 0 for a type this room has no tensors of (strings, complex numbers, …).</summary>
    public static int Size(TensorElement element) => element switch
    {
        TensorElement.UInt8 or TensorElement.Int8 or TensorElement.Bool => 1,
        TensorElement.UInt16 or TensorElement.Int16 or TensorElement.Float16 => 2,
        TensorElement.Float32 or TensorElement.Int32 or TensorElement.UInt32 => 4,
        TensorElement.Float64 or TensorElement.Int64 or TensorElement.UInt64 => 8,
        _ => 0,
    };

    /// <summary>The element type of a .NET type, or <see cref="TensorElement.Undefined"/>.</summary>
    public static TensorElement Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return TensorElement.Float32;
        if (typeof(T) == typeof(Half)) return TensorElement.Float16;
        if (typeof(T) == typeof(long)) return TensorElement.Int64;
        if (typeof(T) == typeof(int)) return TensorElement.Int32;
        if (typeof(T) == typeof(byte)) return TensorElement.UInt8;
        if (typeof(T) == typeof(sbyte)) return TensorElement.Int8;
        if (typeof(T) == typeof(ushort)) return TensorElement.UInt16;
        if (typeof(T) == typeof(short)) return TensorElement.Int16;
        if (typeof(T) == typeof(bool)) return TensorElement.Bool;
        if (typeof(T) == typeof(double)) return TensorElement.Float64;
        if (typeof(T) == typeof(uint)) return TensorElement.UInt32;
        return typeof(T) == typeof(ulong) ? TensorElement.UInt64 : TensorElement.Undefined;
    }
}
