using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Finds the dark frames of glasses, which the segmentation network takes for skin: lines much darker than both sides
/// of them that hang together with one across the bridge of the nose, where faces have no such line.
/// </summary>
/// <remarks>
/// Thin, pale and rimless frames aren't found: on the bridge they stand out less than the creases of some faces.
/// </remarks>
internal static class GlassesFrames
{
    // What is compared with both sides of a line, and the softness that takes the grain away, in inter-ocular distances.
    private const float Reach = 0.085f;
    private const float Grain = 0.008f;

    // Frames are so much darker than what is beside them; on the bridge they are surely.
    private const float FrameBegins = 0.22f;
    private const float FrameSure = 0.4f;

    // The soft edge of the frame.
    private const float EdgeBegins = 0.08f;
    private const float EdgeReach = 0.02f;
    private const float EdgeShare = 0.15f;

    // What surely is a line on the bridge has at least the second of these areas, in squares of the unit, below the first it is none.
    private const float NoLine = 0.002f;
    private const float Line = 0.005f;

    // The bridge and the region frames lie in, in inter-ocular distances from the middle between the eyes' inner corners,
    // along and across the line of the eyes.
    private const float BridgeHalf = 0.1f;
    private const float BridgeAbove = 0.25f;
    private const float BridgeBelow = 0.25f;
    private const float RegionAbove = 0.45f;
    private const float RegionBelow = 0.6f;

    /// <summary>Where frames are in front of the face, 0 to 1; the caller disposes of it.</summary>
    /// <param name="maps">In W the lightness of the picture.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <param name="eyes">What lies between the lids, 0 to 1: irises and lashes are no frames.</param>
    /// <param name="unit">The inter-ocular distance in pixels.</param>
    public static Plane Find(ImageBuffer maps, FaceMesh mesh, Plane eyes, float unit)
    {
        using Plane lightness = Plane.Uninitialized(maps.Width, maps.Height), bridge = new(maps.Width, maps.Height), areas = Plane.Uninitialized(maps.Width, maps.Height);
        ImageMath.Channel(maps, 3, lightness);
        GaussianBlur.Apply(lightness, Grain * unit, lightness);
        Plane frames = Plane.Uninitialized(maps.Width, maps.Height);
        DarkLines.Apply(lightness, Math.Max(1, (int)MathF.Round(Reach * unit)), frames);
        Restrict(mesh, eyes, unit, frames, bridge);
        HysteresisThreshold.Apply(frames, FrameBegins, FrameSure, bridge, NoLine * unit * unit, Line * unit * unit, areas);
        GaussianBlur.Apply(areas, EdgeReach * unit, areas);
        Feather.Smoothstep(areas, 0, EdgeShare, areas);
        Feather.Smoothstep(frames, EdgeBegins, FrameBegins, frames);
        PlaneMath.Multiply(frames, areas, frames);
        return frames;
    }

    // Keeps what lies in the frames' region and not between the lids, and marks the bridge.
    private static void Restrict(FaceMesh mesh, Plane eyes, float unit, Plane frames, Plane bridge)
    {
        Vector2 left = At(mesh, FaceMeshIndices.LeftEyeInner), right = At(mesh, FaceMeshIndices.RightEyeInner);
        Vector2 middle = (left + right) / 2, along = Vector2.Normalize(right - left) / unit, across = new(-along.Y, along.X);
        for (int y = 0; y < frames.Height; y++)
        {
            Span<float> row = frames.Row(y), bridgeRow = bridge.Row(y);
            ReadOnlySpan<float> eyesRow = eyes.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                Vector2 place = new Vector2(x + 0.5f, y + 0.5f) - middle;
                float aside = Math.Abs(Vector2.Dot(place, along)), below = Vector2.Dot(place, across);
                row[x] *= below is > -RegionAbove and < RegionBelow ? 1 - eyesRow[x] : 0;
                bridgeRow[x] = aside < BridgeHalf && below is > -BridgeAbove and < BridgeBelow ? 1 : 0;
            }
        }
    }

    private static Vector2 At(FaceMesh mesh, int index) => new(mesh.Points[index].X, mesh.Points[index].Y);
}
