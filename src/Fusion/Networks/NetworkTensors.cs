using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Fusion.Networks;

/// <summary>Tensors for networks that take single or half precision.</summary>
internal static class NetworkTensors
{
    private const int FloatGrain = 1 << 14;

    /// <summary>Writes the floats of a tensor.</summary>
    /// <param name="floats">All of them.</param>
    public delegate void Fill(Span<float> floats);

    /// <summary>A picture as planes, 1×3×height×width; the caller disposes of it.</summary>
    /// <param name="element">Float32 or Float16.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="fill">Writes its floats.</param>
    public static Tensor Picture(TensorElement element, int width, int height, Fill fill) => Make(element, fill, 1, 3, height, width);

    /// <summary>A tensor of floats; the caller disposes of it.</summary>
    /// <param name="element">Float32 or Float16.</param>
    /// <param name="fill">Writes its floats.</param>
    /// <param name="shape">Its sizes, outermost first.</param>
    public static Tensor Make(TensorElement element, Fill fill, params ReadOnlySpan<long> shape)
    {
        Tensor floats = Tensor.Uninitialized(TensorElement.Float32, shape);
        fill(floats.AsSpan<float>());
        if (element == TensorElement.Float32)
            return floats;
        using (floats)
        {
            Tensor tensor = Tensor.Uninitialized(element, shape);
            Executor.For(0, floats.Length, FloatGrain, (from, to) => tensor.WriteFloats(from, floats.AsSpan<float>()[from..to]));
            return tensor;
        }
    }
}
