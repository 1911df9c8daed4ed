using System.Numerics;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Dark hair beside an identity's face reaches as far as it is as dark: networks cut the ends of it off, and what is left of them
/// would be swapped in as stains on a cheek. Only below the eyes and beside the beard, which are as dark: neither brow nor beard is a stain.
/// </summary>
internal static class HairReach
{
    // What the network is sure of, and what it rather believes.
    private const float Certain = 0.65f, Rather = 0.4f;

    // How far beyond it hair is looked for, in inter-ocular distances.
    private const float Furthest = 0.14f;

    // Hair is dark where its lightness is less than this share of the skin's; what differs from it by less than the second share
    // of their difference is as dark.
    private const float Dark = 0.4f;
    private const float AsDark = 0.08f;

    /// <summary>Lets the hair reach so far.</summary>
    /// <param name="segmentation">What a network saw; only read during the call.</param>
    /// <param name="maps">Its maps with the beard taken for skin; changed in place.</param>
    /// <param name="unit">The inter-ocular distance on them, in pixels.</param>
    public static void Extend(FaceSegmentation segmentation, ImageBuffer maps, float unit)
    {
        if (!TryTell(maps, out float threshold))
            return;

        using Plane distance = Plane.Uninitialized(maps.Width, maps.Height), hair = Plane.Uninitialized(maps.Width, maps.Height), even = Plane.Uninitialized(maps.Width, maps.Height);
        for (int i = 0; i < maps.Length; i++)
            distance.Values[i] = maps.Pixels[i].Z >= Rather ? 0 : 1;
        DistanceTransform.Inside(distance, distance);
        Vector2[] points = segmentation.Mesh.FivePoints();
        int below = maps.Width * Math.Clamp((int)((points[0].Y + points[1].Y) / 2), 0, maps.Height);
        for (int i = 0; i < maps.Length; i++)
        {
            float away = distance.Values[i];
            bool reached = i >= below && away <= Furthest * unit && maps.Pixels[i].W <= threshold && segmentation.Maps.Pixels[i].Z < Certain;
            hair.Values[i] = away == 0 ? 1 : reached ? 0.5f : 0;
        }

        even.Fill(1);
        HysteresisThreshold.Apply(hair, 0.5f, 1, even, FaceVisibility.ErrorSize * unit * unit, FaceVisibility.BelievedSize * unit * unit, hair);
        for (int i = 0; i < maps.Length; i++)
        {
            Vector4 map = maps.Pixels[i];
            float reached = hair.Values[i];
            maps.Pixels[i] = map with { X = Math.Min(map.X, 1 - reached), Z = Math.Max(map.Z, reached) };
        }
    }

    // Up to which lightness something is as dark as the hair; false where that isn't dark.
    private static bool TryTell(ImageBuffer maps, out float threshold)
    {
        double skin = 0, skinWeight = 0, hair = 0, hairWeight = 0;
        foreach (Vector4 map in maps.Pixels)
        {
            (skin, skinWeight) = map.X >= Certain ? (skin + map.W, skinWeight + 1) : (skin, skinWeight);
            (hair, hairWeight) = map.Z >= Certain ? (hair + map.W, hairWeight + 1) : (hair, hairWeight);
        }

        threshold = 0;
        if (skinWeight == 0 || hairWeight == 0)
            return false;
        (skin, hair) = (skin / skinWeight, hair / hairWeight);
        threshold = (float)(hair + AsDark * (skin - hair));
        return hair < Dark * skin;
    }
}
