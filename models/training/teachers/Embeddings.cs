using System.Runtime.InteropServices;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Training.Synthesis;

namespace FaceFusion.Training.Teachers;

/// <summary>Runs the recogniser over crops that are aligned already.</summary>
internal static class Embeddings
{
    private const int Side = 112;

    /// <summary>N×112×112×3 bytes, red green blue, in; N×128 unit vectors out.</summary>
    public static void Write(string crops, string output, InferenceSession session)
    {
        (byte[] values, int[] shape) = NpyBytes.Read(crops);
        if (shape is not [var count, Side, Side, 3])
            throw new InvalidDataException($"'{crops}' holds {string.Join('×', shape)} bytes instead of N×{Side}×{Side}×3; give aligned crops.");
        List<float> rows = [];
        using Tensor input = new(TensorElement.Float32, [1, 3, Side, Side]);
        for (int n = 0; n < count; n++)
        {
            Span<float> planes = input.AsSpan<float>();
            for (int i = 0; i < Side * Side; i++)
            {
                for (int channel = 0; channel < 3; channel++)
                    planes[channel * Side * Side + i] = (values[(n * Side * Side + i) * 3 + channel] - 127.5f) / 128;
            }

            Tensor[] outputs = session.Run(input);
            rows.AddRange(new FaceEmbedding(outputs[0].AsSpan<float>()).Values);
            foreach (Tensor tensor in outputs)
                tensor.Dispose();
        }

        NpyFile.Write<float>(output, CollectionsMarshal.AsSpan(rows), count, rows.Count / Math.Max(1, count));
    }
}
