using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Recognition;

/// <summary>
/// FairFace: 1×3×224×224 RGB less ImageNet's mean over its deviation, aligned by arcface_112_v2, in; the classes of race,
/// gender and age out, as numbers.
/// </summary>
public sealed class FairFaceClassifier
{
    private const int InputSize = 224;

    // FairFace's classes, the first ages that aren't theirs any more and its origins in the order of its numbers.
    private static readonly int[] AgeEnds = [3, 10, 20, 30, 40, 50, 60, 70, 101];

    private static readonly ApparentOrigin[] Origins =
    [
        ApparentOrigin.White, ApparentOrigin.Black, ApparentOrigin.Latino, ApparentOrigin.Asian, ApparentOrigin.Asian, ApparentOrigin.Indian, ApparentOrigin.MiddleEastern,
    ];

    private readonly InferenceSession _session;

    /// <summary>A classifier on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public FairFaceClassifier(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.FairFace, session);
        _session = session;
    }

    /// <summary>What the face at five points looks like.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="points">The five alignment points in raster coordinates.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public FaceTraits Classify(in FrameView frame, ReadOnlySpan<Vector2> points)
    {
        using Tensor input = NetworkPicture.Planes(
            _session, frame, AlignmentTemplate.Arcface112V2.CropToRaster(points, InputSize, frame.PixelAspect), TensorFormat.ImageNet, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        int age = Class(outputs, 2, AgeEnds.Length);
        return new FaceTraits(
            Class(outputs, 1, 2) == 1 ? ApparentGender.Female : ApparentGender.Male,
            (age == 0 ? 0 : AgeEnds[age - 1], AgeEnds[age]),
            Origins[Class(outputs, 0, Origins.Length)]);
    }

    private static int Class(NetworkOutputs outputs, int index, int count) => Math.Clamp((int)outputs.Floats(index, 1)[0], 0, count - 1);
}
