using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Native;

/// <summary>Takes apart the tensors ONNX Runtime returns.</summary>
internal static unsafe class OrtTensors
{
    /// <summary>A copy of a native tensor: it outlives the session and its allocator.</summary>
    /// <param name="api">The runtime's functions.</param>
    /// <param name="value">The native tensor.</param>
    /// <param name="what">The beginning of a failure's sentence.</param>
    /// <param name="remedy">The end of a failure's sentence.</param>
    /// <exception cref="ModelException">The value is no tensor of numbers.</exception>
    public static Tensor Copy(OrtApi api, OrtValue* value, string what, string remedy)
    {
        ONNXType type;
        api.Check(api.GetValueType(value, &type), what, remedy);
        if (type != ONNXType.ONNX_TYPE_TENSOR)
            throw new ModelException($"{what} ({type}); {remedy}.");

        OrtTensorTypeAndShapeInfo* info;
        api.Check(api.GetTensorTypeAndShape(value, &info), what, remedy);
        try
        {
            (TensorElement element, long[] shape) = Describe(api, info, what, remedy);
            Tensor tensor = Tensor.Uninitialized(element, shape);
            void* data;
            api.Check(api.GetTensorMutableData(value, &data), what, remedy);
            Buffer.MemoryCopy(data, tensor.Data, tensor.ByteLength, tensor.ByteLength);
            return tensor;
        }
        finally
        {
            api.ReleaseTensorTypeAndShapeInfo(info);
        }
    }

    /// <summary>The element type and the dimensions, −1 where one is open.</summary>
    /// <param name="api">The runtime's functions.</param>
    /// <param name="info">The native description.</param>
    /// <param name="what">The beginning of a failure's sentence.</param>
    /// <param name="remedy">The end of a failure's sentence.</param>
    /// <exception cref="ModelException">The elements are not numbers.</exception>
    public static (TensorElement Element, long[] Shape) Describe(OrtApi api, OrtTensorTypeAndShapeInfo* info, string what, string remedy)
    {
        TensorElement element;
        api.Check(api.GetTensorElementType(info, &element), what, remedy);
        if (TensorElements.Size(element) == 0)
            throw new ModelException($"{what} (elements of the ONNX type {(int)element} are no numbers); {remedy}.");

        nuint rank;
        api.Check(api.GetDimensionsCount(info, &rank), what, remedy);
        long[] shape = new long[rank];
        fixed (long* dimensions = shape)
            api.Check(api.GetDimensions(info, dimensions, rank), what, remedy);
        return (element, shape);
    }
}
