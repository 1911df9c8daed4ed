namespace FaceFusion.Inference.Tensors;

/// <summary>The type of a tensor's elements; the values are those of <c>ONNXTensorElementDataType</c>.</summary>
public enum TensorElement
{
    /// <summary>No tensor of numbers.</summary>
    Undefined = 0,

    /// <summary>IEEE 754 single precision, <see cref="float"/>.</summary>
    Float32 = 1,

    /// <summary><see cref="byte"/>.</summary>
    UInt8 = 2,

    /// <summary><see cref="sbyte"/>.</summary>
    Int8 = 3,

    /// <summary><see cref="ushort"/>.</summary>
    UInt16 = 4,

    /// <summary><see cref="short"/>.</summary>
    Int16 = 5,

    /// <summary><see cref="int"/>.</summary>
    Int32 = 6,

    /// <summary><see cref="long"/>.</summary>
    Int64 = 7,

    /// <summary>One byte a value, 0 or 1, <see cref="bool"/>.</summary>
    Bool = 9,

    /// <summary>IEEE 754 half precision, <see cref="Half"/>.</summary>
    Float16 = 10,

    /// <summary>IEEE 754 double precision, <see cref="double"/>.</summary>
    Float64 = 11,

    /// <summary><see cref="uint"/>.</summary>
    UInt32 = 12,

    /// <summary><see cref="ulong"/>.</summary>
    UInt64 = 13,
}
