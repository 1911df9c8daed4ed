using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Holds the texture's finest detail back where it is not the face's but the photo's: noise, blocks, what enlarging made
/// of them. The limit is on what arrives, whatever sharpening and the match of colours do to it on the way.
/// </summary>
internal static class DetailLimit
{
    // What is finer than this standard deviation, in inter-ocular distances: pores, single hairs, and a photo's faults.
    private const float Sigma = 0.02f;

    // Glints and edges of lashes are no measure of the rest.
    private const float OutlierLimit = 3;

    // Softened edges stay within the range of their surroundings anyway.
    private const float Overshoot = 1;

    /// <summary>How strong the finest detail of the skin is, in L*; not a number where no skin is seen.</summary>
    /// <param name="texture">The texture in L*a*b*.</param>
    /// <param name="skin">Where there is skin.</param>
    /// <param name="unit">Pixels between the eyes.</param>
    public static float Measure(ImageBuffer texture, Plane skin, float unit)
    {
        using ImageBuffer lower = Lower(texture, skin, unit);
        return BandContrast.Measure(texture, lower, skin, OutlierLimit).X;
    }

    /// <summary>Takes the finest detail down to a share of what it was; leaves it where it is less.</summary>
    /// <param name="texture">The texture in L*a*b*; changed in place.</param>
    /// <param name="skin">Where there is skin.</param>
    /// <param name="coverage">Where the texture is.</param>
    /// <param name="unit">Pixels between the eyes.</param>
    /// <param name="given">What <see cref="Measure"/> said of the texture as it was.</param>
    /// <param name="most">The share, 0 to 1.</param>
    public static void Apply(ImageBuffer texture, Plane skin, Plane coverage, float unit, float given, float most)
    {
        float share = most * given / Measure(texture, skin, unit);
        if (!(share < 1))
            return;
        using ImageBuffer lower = Lower(texture, coverage, unit);
        Sharpen.Apply(texture, lower, new Vector4(share - 1, share - 1, share - 1, 0), Overshoot, lower);
        lower.Pixels.CopyTo(texture.Pixels);
    }

    private static ImageBuffer Lower(ImageBuffer texture, Plane where, float unit)
    {
        ImageBuffer lower = ImageBuffer.Uninitialized(texture.Width, texture.Height);
        MaskedBlur.Apply(texture, where, Sigma * unit, lower);
        return lower;
    }
}
