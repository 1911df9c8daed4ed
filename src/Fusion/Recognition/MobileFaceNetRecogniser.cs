using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Recognition;

/// <summary>MobileFaceNet: 1×3×112×112 RGB (x − 127.5) / 128 aligned by arcface_112_v2 in, 128 values out.</summary>
public sealed class MobileFaceNetRecogniser : IFaceRecogniser
{
    private const int InputSize = 112, Length = 128;

    private static readonly TensorFormat Format = new(ChannelOrder.Rgb, new(255f / 128f), new(-127.5f / 128f), ClampToUnit: true);

    private readonly InferenceSession _session;

    /// <summary>A recogniser on a loaded network.</summary>
    /// <param name="session">MobileFaceNet's session.</param>
    public MobileFaceNetRecogniser(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;
    }

    /// <inheritdoc/>
    /// <exception cref="Inference.ModelException">The network's answer is no embedding.</exception>
    public FaceEmbedding Embed(in FrameView frame, ReadOnlySpan<Vector2> points)
    {
        Vector2[] square = new Vector2[points.Length];
        for (int i = 0; i < square.Length; i++)
            square[i] = points[i] * new Vector2((float)frame.PixelAspect, 1);
        Affine2D cropToFrame = AlignmentTemplate.Arcface112V2.CropToFace(square, InputSize).Then(frame.SquareToRaster);
        using Tensor input = new(TensorElement.Float32, [1, 3, InputSize, InputSize]);
        frame.SampleTensor(cropToFrame, Format, InputSize, InputSize, input.AsSpan<float>(), EdgeMode.Zero);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        return outputs.Embedding(0, Length, LikenessScale.Of(_session.Name));
    }
}
