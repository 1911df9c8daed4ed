using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// What the skin, clothes and hair network looks at: an upright square around a face, at the exposure that photographs of
/// faces have. Owns its memory.
/// </summary>
internal sealed class SkinHairPicture : IDisposable
{
    /// <summary>The square's side in pixels.</summary>
    public const int Side = 512;

    // The crop's side by the longer side of the face's box: the whole head of hair, little else. (At 1.6 the network
    // misses half of the hair.)
    private const float Margin = 2.2f;

    // Values as they are: the exposure is measured on them before the network's own terms.
    private static readonly TensorFormat Plain = new(ChannelOrder.Rgb, System.Numerics.Vector3.One, default, ClampToUnit: false);

    /// <summary>Samples the picture; the network isn't needed for it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="mesh">The face's points in it.</param>
    public SkinHairPicture(in FrameView frame, FaceMesh mesh)
    {
        Affine2D gridToSquare = FaceCrop.Around(mesh.Square, Margin).ToFrame(Side);
        GridToRaster = gridToSquare.Then(frame.SquareToRaster);
        Mesh = mesh.Map(gridToSquare.Invert());
        Input = Tensor.Uninitialized(TensorElement.Float32, [1, 3, Side, Side]);
        Lightness = Plane.Uninitialized(Side, Side);
        Span<float> planes = Input.AsSpan<float>();
        FrameView plate = frame with { Space = frame.Space with { HighlightRollOff = false } };
        plate.SampleTensor(GridToRaster, Plain, Side, Side, planes, EdgeMode.Replicate);
        Face = RectI.FromBounds(Mesh.Bounds).Intersect(Lightness.Bounds);
        Coverage = new TargetSurface(Mesh, Face).Coverage();
        PlanarPixels.Normalise(planes, Gain(planes), TensorFormat.ImageNet, Lightness);
    }

    /// <summary>What the network takes: 1×3×512×512.</summary>
    public Tensor Input { get; }

    /// <summary>The lightness of the picture at normal exposure, 0 to 1.</summary>
    public Plane Lightness { get; }

    /// <summary>The face's box, as far as it lies in the picture.</summary>
    public RectI Face { get; }

    /// <summary>Where the face's surface is seen in that box: 1 there, else 0.</summary>
    public Plane Coverage { get; }

    /// <summary>The face's points in the picture.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>From the picture's continuous coordinates to those of the frame's raster.</summary>
    public Affine2D GridToRaster { get; }

    /// <summary>Where a part of the picture shows the face's surface: 1 there, else 0; the caller disposes of it.</summary>
    /// <param name="part">Which pixels, inside the picture.</param>
    public Plane CoverageOf(RectI part)
    {
        Plane coverage = new(part.Width, part.Height);
        RectI seen = Face.Intersect(part);
        if (seen.IsEmpty)
            return coverage;
        using Plane known = Coverage.Crop(seen.Offset(-Face.X1, -Face.Y1));
        coverage.Put(known, seen.Offset(-part.X1, -part.Y1));
        return coverage;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        Lightness.Dispose();
        Coverage.Dispose();
    }

    // What brings the face's light to normal exposure.
    private float Gain(ReadOnlySpan<float> planes)
    {
        using Plane roots = Plane.Uninitialized(Face.Width, Face.Height);
        LuminanceRoots.Fill(planes, Side, Side, Face, Coverage, roots);
        return PlateExposure.OfRoots(roots, Coverage, Coverage).Gain;
    }
}
