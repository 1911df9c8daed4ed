using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The edge of the identity's picture where its photo ends: on a cheek that its camera didn't see, or that its hair covered.
/// Turned as the frame's head is, a photo ends near the outline, whose seam serves; from another side its end runs down the
/// middle of a cheek.
/// </summary>
internal static class SightSeam
{
    // How far from that edge the tones become the identity's own, in inter-ocular distances.
    private const float Width = 0.25f;

    // The cosines of the angle between photo and frame from which on the edge counts (10 degrees), and counts fully (25).
    private const float Turned = 0.985f, FullyTurned = 0.906f;

    private const int RowGrain = 16;

    /// <summary>Lets the tones of the areas follow that edge.</summary>
    /// <param name="viewCosine">The cosine of the angle between the directions from which photo and frame see the head.</param>
    /// <param name="coverage">Above 0 where the surface is.</param>
    /// <param name="attributes">In Z how much the surface faces the identity's camera.</param>
    /// <param name="texture">In W how much of its surface the identity's picture shows.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="interior">How far inside the identity's picture, 0 to 1; lessened in place.</param>
    public static void Apply(double viewCosine, Plane coverage, ImageBuffer attributes, ImageBuffer texture, SwapScale scale, Plane interior)
    {
        float turned = 1 - Feather.Smoothstep((float)viewCosine, FullyTurned, Turned);
        if (turned == 0)
            return;

        // Neither the face's outline nor the end of the window is the end of a photo: around the window all is seen.
        int margin = (int)MathF.Ceiling(Width * scale.Pixels) + 1;
        using Plane seen = Plane.Uninitialized(interior.Width + 2 * margin, interior.Height + 2 * margin);
        seen.Fill(1);
        Mark(coverage, attributes, texture, margin, seen);
        DistanceTransform.Inside(seen, seen);
        Feather.Smoothstep(seen, 0, Width * scale.Pixels, seen);
        Executor.For(0, interior.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<float> inside = seen.Row(y + margin)[margin..];
                Span<float> row = interior.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] *= 1 - turned * (1 - inside[x]);
            }
        });
    }

    // 0 where the identity's picture shows less than half of the face's surface, else 1.
    private static void Mark(Plane coverage, ImageBuffer attributes, ImageBuffer texture, int margin, Plane seen)
    {
        const float half = (SwapAreas.FacingNone + SwapAreas.FacingFull) / 2;
        Executor.For(0, coverage.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<float> covered = coverage.Row(y);
                ReadOnlySpan<Vector4> facing = attributes.Row(y), shown = texture.Row(y);
                Span<float> row = seen.Row(y + margin)[margin..];
                for (int x = 0; x < covered.Length; x++)
                    row[x] = covered[x] == 0 || (facing[x].Z > half && shown[x].W > 0.5f) ? 1 : 0;
            }
        });
    }
}
