using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

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
    private const int InputSize = 512;

    // The crop's side by the longer side of the face's box: the whole head of hair, little else. (At 1.6 the network
    // misses half of the hair.)
    private const float Margin = 2.2f;

    private readonly InferenceSession _session;

    /// <summary>A segmenter on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    public SkinHairSegmenter(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;
    }

    /// <inheritdoc/>
    public Func<FaceSegmentation> Look(in FrameView frame, FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        Affine2D gridToSquare = FaceCrop.Around(mesh.Square, Margin).ToFrame(InputSize), gridToRaster = gridToSquare.Then(frame.SquareToRaster);
        FaceMesh onGrid = mesh.Map(gridToSquare.Invert());
        ImageBuffer crop = Crop(frame, gridToRaster, onGrid);
        Tensor input = Tensor.Uninitialized(TensorElement.Float32, [1, 3, InputSize, InputSize]);
        PlanarPixels.Store(crop, TensorFormat.ImageNet, input.AsSpan<float>());
        return () => Tell(crop, input, onGrid, gridToRaster);
    }

    // What the network says of a crop; disposes of both.
    private FaceSegmentation Tell(ImageBuffer crop, Tensor input, FaceMesh onGrid, Affine2D gridToRaster)
    {
        using (crop)
        using (input)
        {
            using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
            ReadOnlySpan<float> planes = outputs.Floats(0, 3 * InputSize * InputSize);
            ImageBuffer maps = ImageBuffer.Uninitialized(InputSize, InputSize);
            PlanarPixels.LoadWithLuma(planes, crop, maps);
            return new FaceSegmentation(maps, onGrid, gridToRaster);
        }
    }

    // What the network looks at, in working values at normal exposure.
    private static ImageBuffer Crop(in FrameView frame, Affine2D gridToRaster, FaceMesh onGrid)
    {
        using ImageBuffer crop = ImageBuffer.Uninitialized(InputSize, InputSize);
        frame.Sample(gridToRaster, frame.Space with { HighlightRollOff = false }, crop);
        using Plane coverage = new TargetSurface(onGrid, crop.Bounds).Coverage();
        return PlateExposure.Measure(crop, coverage, coverage).ToNormal(crop);
    }
}
