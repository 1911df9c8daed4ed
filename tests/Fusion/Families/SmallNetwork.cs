using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

/// <summary>A network written by hand and the frames it is shown. Owns its file.</summary>
internal sealed class SmallNetwork : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallNetwork(OnnxGraph graph) => Session = SessionCache.Get(ModelFile.Open(_folder.Write("small.onnx", graph.ToArray())));

    public InferenceSession Session { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>Rows of a tensor, all zero but some.</summary>
    public static float[] Rows(int count, int width, params ReadOnlySpan<(int Index, float[] Values)> rows)
    {
        float[] values = new float[count * width];
        foreach ((int index, float[] row) in rows)
            row.CopyTo(values, index * width);
        return values;
    }

    /// <summary>A frame of one colour.</summary>
    public static ImageBuffer Solid(int width, int height, float red, float green, float blue)
    {
        ImageBuffer frame = ImageBuffer.Uninitialized(width, height);
        frame.Fill(new Vector4(red, green, blue, 1));
        return frame;
    }

    /// <summary>A frame whose red is the place from left to right, 0 to 1, and whose green is that from top to bottom; blue is 0.25.</summary>
    public static ImageBuffer Places(int width, int height)
    {
        ImageBuffer frame = ImageBuffer.Uninitialized(width, height);
        for (int i = 0; i < frame.Pixels.Length; i++)
            frame.Pixels[i] = new Vector4((i % width + 0.5f) / width, (i / width + 0.5f) / height, 0.25f, 1);
        return frame;
    }

    public static FrameView View(ImageBuffer frame) => new(frame.AsView(), NetworkSpace.Working, false);
}
