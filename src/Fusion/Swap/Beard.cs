using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// What a network calls hair around an identity's mouth and chin is the beard: part of the face that is swapped in, and no
/// hair in front of it.
/// </summary>
internal static class Beard
{
    // A beard begins to be one below the wings of the nose, and ends beside the jaw, where long hair falls; in the
    // canonical face.
    private const float Begins = 0.5f, Whole = 0.7f;
    private const float SideWhole = 0.8f, SideEnds = 1;

    private static readonly Vector4[] Shares = MakeShares();

    /// <summary>The maps with the beard taken for skin; the caller disposes of them.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    public static ImageBuffer AsSkin(FaceSegmentation segmentation)
    {
        ImageBuffer maps = segmentation.Maps.Clone();
        TargetSurface surface = new(segmentation.Mesh, maps.Bounds);
        using Plane coverage = new(maps.Width, maps.Height);
        using ImageBuffer shares = new(maps.Width, maps.Height);
        surface.Draw(CanonicalFace.Triangles, Shares, coverage, shares);
        for (int i = 0; i < maps.Length; i++)
        {
            Vector4 map = maps.Pixels[i];
            float beard = shares.Pixels[i].X * map.Z;
            maps.Pixels[i] = map with { X = map.X + beard, Z = map.Z - beard };
        }

        return maps;
    }

    private static Vector4[] MakeShares()
    {
        Vector4[] shares = new Vector4[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < shares.Length; i++)
        {
            Vector3 point = CanonicalFace.Points[i];
            shares[i].X = Feather.Smoothstep(point.Y, Begins, Whole) * Feather.Smoothstep(Math.Abs(point.X), SideEnds, SideWhole);
        }

        return shares;
    }
}
