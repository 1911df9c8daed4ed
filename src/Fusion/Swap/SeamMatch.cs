using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Along the edge of the identity's picture its tones go over into the target's, whatever the hair or the jaw cast there, and
/// only its finest detail goes on to the edge: so that a narrow feather shows no seam. (A band of a picture is blended over
/// about its own wavelength: Burt and Adelson, "A Multiresolution Spline with Application to Image Mosaics", 1983.)
/// </summary>
internal static class SeamMatch
{
    // What is finer than this stays the identity's, as a Gaussian's standard deviation in inter-ocular distances.
    private const float Sigma = 0.1f;

    private const int RowGrain = 16;

    /// <summary>Matches the tones along the edge.</summary>
    /// <param name="target">The target's pixels in L*a*b*.</param>
    /// <param name="areas">Where the edge is.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="strength">How much of it, 0 to 1.</param>
    /// <param name="identity">The texture in L*a*b*, its colours matched; changed in place.</param>
    public static void Apply(ImageBuffer target, SwapAreas areas, SwapScale scale, float strength, ImageBuffer identity)
    {
        // Both pictures are blurred alike: their difference is blurred once.
        using ImageBuffer difference = ImageBuffer.Uninitialized(target.Width, target.Height);
        ImageMath.Subtract(target, identity, difference);
        MaskedBlur.Apply(difference, areas.Matte, Sigma * scale.Pixels, difference);
        Executor.For(0, identity.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> lacking = difference.Row(y);
                ReadOnlySpan<float> interior = areas.Interior.Row(y);
                Span<Vector4> row = identity.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] += strength * (1 - interior[x]) * lacking[x];
            }
        });
    }
}
