using System.Numerics;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

/// <summary>The mean colour of an area.</summary>
internal static class WeightedMean
{
    public static Vector4 Of(ImageBuffer image, Plane weights)
    {
        Vector4 sum = default;
        float weight = 0;
        for (int i = 0; i < image.Length; i++)
        {
            sum += weights.Values[i] * image.Pixels[i];
            weight += weights.Values[i];
        }

        return sum / weight;
    }
}
