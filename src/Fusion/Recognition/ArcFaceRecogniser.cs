using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Recognition;

/// <summary>
/// ArcFace (InsightFace's w600k_r50 and its kin): 1×3×112×112 RGB, x/127.5 − 1 of 8-bit values, aligned to arcface_112_v2;
/// 512 values out. What swapping networks take for an identity is made of these.
/// </summary>
public sealed class ArcFaceRecogniser : IFaceRecogniser
{
    /// <summary>The values of an embedding.</summary>
    public const int Length = 512;

    private const int InputSize = 112;

    private static readonly TensorFormat Format = TensorFormat.Normalised(ChannelOrder.Rgb, new Vector3(0.5f), new Vector3(0.5f));

    private readonly InferenceSession _session;

    /// <summary>A recogniser on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is no ArcFace network.</exception>
    public ArcFaceRecogniser(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        KnownContracts.Require(ContractNames.ArcFace, session);
        _session = session;
    }

    /// <inheritdoc/>
    /// <exception cref="Inference.ModelException">The network's answer is no embedding.</exception>
    public FaceEmbedding Embed(in FrameView frame, ReadOnlySpan<Vector2> points)
    {
        FrameView view = frame;
        Affine2D cropToFrame = AlignmentTemplate.Arcface112V2.CropToRaster(points, InputSize, frame.PixelAspect);
        using Tensor input = NetworkTensors.Picture(_session.Inputs[0].Element, InputSize, InputSize, planar =>
            view.SampleTensor(cropToFrame, Format, InputSize, InputSize, planar, EdgeMode.Zero));
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        return outputs.Embedding(0, Length, LikenessScale.ArcFace);
    }
}
