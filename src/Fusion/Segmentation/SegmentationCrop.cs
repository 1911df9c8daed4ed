using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>What a mask network looks at: an upright crop of a face, at the exposure that photographs of faces have. Owns its picture.</summary>
internal sealed class SegmentationCrop : IDisposable
{
    private readonly FaceMesh _mesh;
    private readonly Affine2D _gridToRaster;

    private SegmentationCrop(ImageBuffer picture, FaceMesh mesh, Affine2D gridToRaster)
    {
        Picture = picture;
        _mesh = mesh;
        _gridToRaster = gridToRaster;
    }

    /// <summary>The crop in working values at normal exposure.</summary>
    public ImageBuffer Picture { get; }

    /// <summary>A crop by a template, as the networks were trained on.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <param name="template">Where the five points come to lie.</param>
    /// <param name="size">The crop's side.</param>
    public static SegmentationCrop Aligned(in FrameView frame, FaceMesh mesh, AlignmentTemplate template, int size)
    {
        Affine2D gridToRaster = template.CropToRaster(mesh.FivePoints(), size, frame.PixelAspect);
        FaceMesh onGrid = mesh.Map(frame.SquareToRaster.Then(gridToRaster.Invert()));
        using ImageBuffer crop = ImageBuffer.Uninitialized(size, size);
        frame.Sample(gridToRaster, frame.Space with { HighlightRollOff = false }, crop);
        using Plane coverage = new TargetSurface(onGrid, crop.Bounds).Coverage();
        return new SegmentationCrop(PlateExposure.Measure(crop, coverage, coverage).ToNormal(crop), onGrid, gridToRaster);
    }

    /// <summary>The crop as a frame of its own.</summary>
    public FrameView Frame => new(Picture.AsView(), NetworkSpace.Working, Premultiplied: false);

    /// <summary>The segmentation of the crop.</summary>
    /// <param name="at">What each pixel of the crop shows: skin, clothes, hair, each 0 to 1.</param>
    public FaceSegmentation Segmented(Func<int, Vector3> at)
    {
        ImageBuffer maps = ImageBuffer.Uninitialized(Picture.Width, Picture.Height);
        Span<Vector4> pixels = maps.Pixels;
        ReadOnlySpan<Vector4> picture = Picture.Pixels;
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = new Vector4(at(i), Math.Clamp(Vector3.Dot(picture[i].AsVector3(), Rec709.LumaWeights), 0, 1));
        return new FaceSegmentation(maps, _mesh, _gridToRaster);
    }

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();
}
