using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
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

    // Beyond this the softness takes no part.
    private const float GrainReach = 0.05f;

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

    /// <summary>Where frames are in front of the face, 0 to 1; null where there are none. The caller disposes of it.</summary>
    /// <param name="lightness">The lightness of the picture.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <param name="eyes">What lies between the lids, 0 to 1: irises and lashes are no frames.</param>
    /// <param name="lids">Where that lies in the picture.</param>
    /// <param name="unit">The inter-ocular distance in pixels.</param>
    public static Plane? Find(Plane lightness, FaceMesh mesh, Plane eyes, RectI lids, float unit)
    {
        int reach = Math.Max(1, (int)MathF.Round(Reach * unit));
        EyeLine line = EyeLine.Of(mesh, unit);
        RectI band = Rows(line, lightness.Bounds, reach + (int)MathF.Ceiling(GrainReach * unit));
        if (band.IsEmpty)
            return null;

        // What lies above and below the frames' region isn't looked at.
        using Plane soft = lightness.Crop(band), found = Plane.Uninitialized(band.Width, band.Height), areas = Plane.Uninitialized(band.Width, band.Height);
        GaussianBlur.Apply(soft, Grain * unit, soft);
        DarkLines.Apply(soft, reach, found);
        TakeOut(eyes, lids, band, found);
        Restrict(line, band.Y1, found);
        using Plane bridge = Bridge(line, band, unit);
        if (!HysteresisThreshold.Apply(found, FrameBegins, FrameSure, bridge, NoLine * unit * unit, Line * unit * unit, areas))
            return null;

        GaussianBlur.Apply(areas, EdgeReach * unit, areas);
        Feather.Smoothstep(areas, 0, EdgeShare, areas);
        Feather.Smoothstep(found, EdgeBegins, FrameBegins, found);
        PlaneMath.Multiply(found, areas, found);
        Plane frames = new(lightness.Width, lightness.Height);
        found.Values.CopyTo(frames.Values[(band.Y1 * frames.Width)..]);
        return frames;
    }

    // What lies between the lids is no frame.
    private static void TakeOut(Plane eyes, RectI lids, RectI band, Plane found)
    {
        RectI seen = lids.Intersect(band);
        if (seen.IsEmpty)
            return;
        using Plane rest = eyes.Crop(seen.Offset(-lids.X1, -lids.Y1));
        PlaneMath.Invert(rest, rest);
        PlaneMath.Multiply(rest, seen.Offset(-band.X1, -band.Y1), found);
    }

    // The rows in which the frames' region lies, and as many more as decide what is found there.
    private static RectI Rows(EyeLine line, RectI grid, int margin)
    {
        float top = float.PositiveInfinity, bottom = float.NegativeInfinity;
        foreach (float x in (ReadOnlySpan<float>)[grid.X1, grid.X2])
        {
            foreach (float below in (ReadOnlySpan<float>)[-RegionAbove, RegionBelow])
            {
                float y = line.RowAt(x, below);
                top = Math.Min(top, y);
                bottom = Math.Max(bottom, y);
            }
        }

        return top <= bottom ? RectI.FromBounds(new RectF(grid.X1, top, grid.X2, bottom)).Inflate(margin).Intersect(grid) : grid;
    }

    // Keeps what lies in the frames' region.
    private static void Restrict(EyeLine line, int firstRow, Plane frames)
    {
        for (int y = 0; y < frames.Height; y++)
        {
            Span<float> row = frames.Row(y);

            // Along a row it only goes one way.
            if (IsInRegion(line.Below(0, firstRow + y)) && IsInRegion(line.Below(row.Length - 1, firstRow + y)))
                continue;
            for (int x = 0; x < row.Length; x++)
                row[x] = IsInRegion(line.Below(x, firstRow + y)) ? row[x] : 0;
        }
    }

    private static bool IsInRegion(float below) => below is > -RegionAbove and < RegionBelow;

    // Marks the bridge.
    private static Plane Bridge(EyeLine line, RectI band, float unit)
    {
        Plane bridge = new(band.Width, band.Height);
        float reach = unit * (BridgeHalf + Math.Max(BridgeAbove, BridgeBelow));
        RectI near = RectI.FromBounds(new RectF(line.Middle.X, line.Middle.Y, line.Middle.X, line.Middle.Y).Inflate(reach)).Inflate(1).Intersect(band);
        for (int y = near.Y1; y < near.Y2; y++)
        {
            Span<float> row = bridge.Row(y - band.Y1);
            for (int x = near.X1; x < near.X2; x++)
                row[x] = Math.Abs(line.Aside(x, y)) < BridgeHalf && line.Below(x, y) is > -BridgeAbove and < BridgeBelow ? 1 : 0;
        }

        return bridge;
    }

    // The middle between the eyes' inner corners, and steps along and across the line of the eyes, for which a pixel's place
    // is told in inter-ocular distances.
    private readonly record struct EyeLine(Vector2 Middle, Vector2 Along)
    {
        public Vector2 Across => new(-Along.Y, Along.X);

        public static EyeLine Of(FaceMesh mesh, float unit)
        {
            Vector2 left = At(mesh, FaceMeshIndices.LeftEyeInner), right = At(mesh, FaceMeshIndices.RightEyeInner);
            return new EyeLine((left + right) / 2, Vector2.Normalize(right - left) / unit);
        }

        // How far a pixel's centre lies from the middle along the line, and below the line.
        public float Aside(int x, int y) => Vector2.Dot(new Vector2(x + 0.5f, y + 0.5f) - Middle, Along);

        public float Below(int x, int y) => Vector2.Dot(new Vector2(x + 0.5f, y + 0.5f) - Middle, Across);

        // Where a column lies so far below the line; not a number, or infinite, where columns run along it.
        public float RowAt(float x, float below) => Middle.Y + ((below - ((x - Middle.X) * Across.X)) / Across.Y);
    }

    private static Vector2 At(FaceMesh mesh, int index) => new(mesh.Points[index].X, mesh.Points[index].Y);
}
