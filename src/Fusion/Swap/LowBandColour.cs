using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Gives the identity's texture the target's light: in L*a*b*, everything broader than about a third of the distance
/// between the eyes is the target's, everything finer the identity's.
/// </summary>
internal static class LowBandColour
{
    // Standard deviation of the low band's Gaussian in inter-ocular distances.
    private const float Sigma = 0.35f;

    private const int RowGrain = 16;

    /// <summary>Recolours the texture.</summary>
    /// <param name="original">The target's pixels in the working space.</param>
    /// <param name="skin">Weights of the pixels to compare, 0 to 1.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="result">The identity's texture in the working space; recoloured in place, alpha untouched.</param>
    public static void Match(ImageBuffer original, Plane skin, SwapScale scale, ImageBuffer result)
    {
        if (!AnyWeight(skin))
            return;

        using ImageBuffer target = ToLab(original), texture = ToLab(result);
        using ImageBuffer targetLow = ImageBuffer.Uninitialized(original.Width, original.Height);
        using ImageBuffer textureLow = ImageBuffer.Uninitialized(original.Width, original.Height);
        float sigma = Sigma * scale.Pixels;
        MaskedBlur.Apply(target, skin, sigma, targetLow);
        MaskedBlur.Apply(texture, skin, sigma, textureLow);
        Executor.For(0, result.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                Span<Vector4> row = texture.Row(y), wanted = targetLow.Row(y), given = textureLow.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] += (wanted[x] - given[x]) with { W = 0 };
            }
        });

        Lab.ToWorking(texture, result);
    }

    private static ImageBuffer ToLab(ImageBuffer working)
    {
        ImageBuffer lab = ImageBuffer.Uninitialized(working.Width, working.Height);
        Lab.FromWorking(working, lab);
        return lab;
    }

    private static bool AnyWeight(Plane skin)
    {
        foreach (float weight in skin.Values)
        {
            if (weight > 0)
                return true;
        }

        return false;
    }
}
