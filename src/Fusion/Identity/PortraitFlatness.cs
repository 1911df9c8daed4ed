using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// How much of a portrait's face is one shade: the share of its box whose luma lies near the median. Light shades skin,
/// whatever the exposure; paper and flat colours it leaves as they are.
/// </summary>
internal static class PortraitFlatness
{
    /// <summary>
    /// From this share on it is a drawing. (Of the portraits and the heads in the test clips, soft and compressed ones
    /// among them, none has more than 0.18; a line drawing has 0.9.)
    /// </summary>
    public const double Drawn = 0.6;

    /// <summary>What to say of a drawing, as the end of a sentence.</summary>
    public const string Warning = "looks drawn, for its face is one shade; bring a photo";

    // How far from the median one shade reaches, as a share of it: two steps of an 8-bit picture at middle grey.
    private const double Tolerance = 0.02;

    private const int Bins = 1024;

    private static readonly Vector4 Luma = Rec709.LumaWeights.AsVector4();

    public static double Measure(ImageBuffer image, FaceMesh mesh)
    {
        RectI box = RectI.FromBounds(mesh.Bounds).Intersect(RectI.FromSize(image.Width, image.Height));
        if (box.IsEmpty)
            return 0;

        Span<int> counts = stackalloc int[Bins];
        counts.Clear();
        for (int y = box.Y1; y < box.Y2; y++)
        {
            foreach (Vector4 pixel in image.Row(y)[box.X1..box.X2])
                counts[Bin(Vector4.Dot(pixel, Luma))]++;
        }

        long pixels = (long)box.Width * box.Height, below = 0;
        int median = 0;
        while (median < Bins - 1 && 2 * (below + counts[median]) < pixels)
            below += counts[median++];

        double middle = (median + 0.5) / Bins;
        long near = 0;
        for (int bin = Bin((float)(middle * (1 - Tolerance))); bin <= Bin((float)(middle * (1 + Tolerance))); bin++)
            near += counts[bin];
        return (double)near / pixels;
    }

    // A number that is none counts as black.
    private static int Bin(float luma) => luma > 0 ? (int)Math.Min(luma * Bins, Bins - 1) : 0;
}
