namespace FaceFusion.Fusion.Segmentation;

/// <summary>A look at an upright crop.</summary>
/// <param name="crop">The crop; this object's from now on.</param>
/// <param name="tell">What the network says of it.</param>
internal sealed class CropLook(SegmentationCrop crop, Func<SegmentationCrop, FaceSegmentation> tell) : FaceLook
{
    public override FaceSegmentation Tell() => tell(crop);

    public override void Dispose() => crop.Dispose();
}
