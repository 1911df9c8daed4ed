using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>What the skin, clothes and hair network looks at, and where the face's points lie in it. Owns its memory. For one thread at a time but for <see cref="Input"/>.</summary>
/// <param name="crop">The crop; this object's from now on.</param>
/// <param name="mesh">The face's points in the frame.</param>
internal sealed class SkinHairPicture(SkinHairCrop crop, FaceMesh mesh) : IDisposable
{
    private Plane? _coverage;

    /// <summary>What the network takes: 1×3×512×512.</summary>
    public Tensor Input => crop.Input;

    /// <summary>The lightness of the picture at normal exposure, 0 to 1.</summary>
    public Plane Lightness => crop.Lightness;

    /// <summary>The face's points in the picture.</summary>
    public FaceMesh Mesh { get; } = mesh.Map(crop.SquareToGrid);

    /// <summary>From the picture's continuous coordinates to those of the frame's raster.</summary>
    public Affine2D GridToRaster => crop.GridToRaster;

    /// <summary>Where a part of the picture shows the face's surface: 1 there, else 0; the caller disposes of it.</summary>
    /// <param name="part">Which pixels, inside the picture.</param>
    public Plane CoverageOf(RectI part)
    {
        Plane coverage = new(part.Width, part.Height);
        RectI face = RectI.FromBounds(Mesh.Bounds).Intersect(Lightness.Bounds), seen = face.Intersect(part);
        if (seen.IsEmpty)
            return coverage;

        // Drawn when it is first asked for: the network runs then.
        _coverage ??= new TargetSurface(Mesh, face).Coverage();
        using Plane known = _coverage.Crop(seen.Offset(-face.X1, -face.Y1));
        coverage.Put(known, seen.Offset(-part.X1, -part.Y1));
        return coverage;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        crop.Dispose();
        _coverage?.Dispose();
    }
}
