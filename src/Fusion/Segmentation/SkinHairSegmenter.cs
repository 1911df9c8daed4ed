using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// The skin, clothes and hair network (a pyramid attention network on MobileNetV3): 1×3×512×512 RGB less ImageNet's
/// mean over its deviation in, three sigmoid maps of the same size out.
/// </summary>
/// <remarks>
/// The network knows faces as photographs expose them, so that a plate far darker or brighter is shown to it at the
/// exposure its face would have been taken at.
/// </remarks>
public sealed class SkinHairSegmenter : IFaceSegmenter
{
    // How much larger the look before the last one sees a face: the mean of 164 held-out pictures (standard deviation 0.014).
    private const float Overestimate = 1.022f;

    private readonly InferenceSession _session;

    /// <summary>A segmenter on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    public SkinHairSegmenter(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceLook Look(in FrameView frame, FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        FaceCrop face = SquareOf(mesh);
        return new SkinHairLook(_session, new SkinHairPicture(frame.Ahead?.TryTake<SkinHairCrop>(face) ?? new SkinHairCrop(frame, face), mesh));
    }

    /// <inheritdoc/>
    void IFaceSegmenter.LookAhead(in FrameView frame, FaceCrop face)
    {
        FrameView view = frame;
        FaceCrop square = SquareOf(face);
        frame.Ahead?.Begin(square, () => new SkinHairCrop(view, square));
    }

    /// <summary>The square around a face that <see cref="SkinHairCrop"/> takes: by the look before the last one, where there was one.</summary>
    /// <param name="mesh">The face's points.</param>
    internal static FaceCrop SquareOf(FaceMesh mesh) => mesh.Crop is { } lookedAt ? SquareOf(lookedAt) : FaceCrop.Around(mesh.Square);

    private static FaceCrop SquareOf(FaceCrop lookedAt) => lookedAt with { Side = lookedAt.Side / Overestimate };
}
