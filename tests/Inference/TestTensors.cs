using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests;

/// <summary>Inputs for models: no picture, but smooth, reproducible and different for every seed.</summary>
internal static class TestTensors
{
    private const int OpenSide = 64;

    /// <summary>A tensor an input accepts; an open batch is 1, an open side 64.</summary>
    public static Tensor For(TensorInfo input, int seed = 0)
    {
        long[] shape = [.. input.Shape.Select((size, axis) => size ?? (axis == 0 ? 1 : OpenSide))];
        Tensor tensor = new(input.Element, shape);
        float[] values = new float[tensor.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = 0.5f + (0.5f * MathF.Sin((i * 0.013f) + (seed * 1.7f)));
        tensor.WriteFloats(values);
        return tensor;
    }

    /// <summary>The bytes of all a run's outputs, which are disposed of.</summary>
    public static byte[] TakeBytes(Tensor[] outputs)
    {
        byte[] bytes = [.. outputs.SelectMany(output => output.AsBytes().ToArray())];
        foreach (Tensor output in outputs)
            output.Dispose();
        return bytes;
    }
}
