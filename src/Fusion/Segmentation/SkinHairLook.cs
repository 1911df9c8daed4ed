using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>A look of the skin, clothes and hair network.</summary>
/// <param name="session">The network's session.</param>
/// <param name="picture">What it looks at; this object's from now on.</param>
internal sealed class SkinHairLook(InferenceSession session, SkinHairPicture picture) : FaceLook
{
    // The picture is the segmentation's then.
    private bool _isTold;

    public override FaceSegmentation Tell()
    {
        NetworkOutputs outputs = NetworkOutputs.Run(session, picture.Input);
        try
        {
            FaceSegmentation told = new(new PlanarMaps(outputs, picture), picture.Mesh, picture.GridToRaster);
            _isTold = true;
            return told;
        }
        catch
        {
            outputs.Dispose();
            throw;
        }
    }

    internal override VisibilityDraft Draft(TargetSurface surface) => VisibilityDraft.Of(picture, surface);

    public override void Dispose()
    {
        if (!_isTold)
            picture.Dispose();
    }
}
