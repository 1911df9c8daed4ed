using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

public class BandRecolourTests
{
    private static readonly Vector4 ChromaAlone = new(0, 1, 1, 0);

    [Theory]
    [InlineData(37, 0f)]
    [InlineData(16, 0.7f)]
    [InlineData(5, 1f)]
    public void Eight_pixels_at_once_are_what_one_by_one_they_are(int width, float relit)
    {
        const int Height = 29;
        using ImageBuffer targetLow = Colours(width, Height, 1), targetMiddle = Colours(width, Height, 2);
        using ImageBuffer identity = Colours(width, Height, 3), identityLow = Colours(width, Height, 4), identityMiddle = Colours(width, Height, 5);
        using Plane eyes = Weights(width, Height, 6), lips = Weights(width, Height, 7), brows = Weights(width, Height, 8), interior = Weights(width, Height, 9);
        identityLow.Row(3)[0] = Vector4.UnitW;
        BandRecolour recolour = new()
        {
            TargetLow = targetLow,
            TargetMiddle = targetMiddle,
            Identity = identity,
            IdentityLow = identityLow,
            IdentityMiddle = identityMiddle,
            Eyes = eyes,
            Lips = lips,
            Brows = brows,
            Interior = interior,
            TargetContrast = new Vector4(6, 3, 3, 0),
            MiddleGain = new Vector4(0.9f, 1.1f, 0.7f, 1),
            FineGain = new Vector4(1.3f, 0.6f, 0.5f, 1),
            Relit = relit,
        };
        using ImageBuffer actual = new(width, Height);
        recolour.Apply(actual);
        for (int i = 0; i < actual.Length; i++)
        {
            Vector4 low = targetLow.Pixels[i], own = identity.Pixels[i], ownLow = identityLow.Pixels[i], ownMiddle = identityMiddle.Pixels[i];
            float ratio = Math.Clamp(low.X / Math.Max(ownLow.X, 1), BandRecolour.RatioLow, BandRecolour.RatioHigh);
            Vector4 middle = (ownMiddle - ownLow) * recolour.MiddleGain;
            middle.X = Glossless(middle.X, ratio, recolour.TargetContrast.X);
            middle += relit * (1 - lips.Values[i]) * ChromaAlone * (targetMiddle.Pixels[i] - low - middle);
            Vector4 detail = Related(middle + (own - ownMiddle) * recolour.FineGain, low, own, ownLow, ratio, brows.Values[i], interior.Values[i]);
            Vector4 expected = low + Vector4.Lerp(detail, Eye(own, ownLow, low, ratio), eyes.Values[i]);
            Assert.True(Vector3.Distance(expected.AsVector3(), actual.Pixels[i].AsVector3()) < 1e-3f, $"{actual.Pixels[i]} instead of {expected} at {i}.");
            Assert.Equal(1, actual.Pixels[i].W);
        }
    }

    private static float Glossless(float lightness, float ratio, float targetContrast)
    {
        if (lightness <= 0)
            return lightness;
        float fairer = Math.Max(ratio, 1), shrunk = lightness / fairer;
        float knee = 2.5f * targetContrast / (fairer * fairer), room = 1.5f * targetContrast / fairer;
        float over = shrunk - knee;
        return over <= 0 ? shrunk : knee + over * room / (over + room);
    }

    private static Vector4 Related(Vector4 detail, Vector4 low, Vector4 own, Vector4 ownLow, float ratio, float brow, float interior)
    {
        Vector4 skin = Chromaticity(ownLow), colour = Chromaticity(own);
        float square = Vector4.Dot(skin, skin);
        if (square == 0)
            return detail;
        float saturation = Vector4.Dot(colour, skin) / square, greyer = Feather.Smoothstep(1 - saturation, 0, 0.5f);
        float darker = Math.Max(brow, 0.25f * interior * interior) * Feather.Smoothstep(ownLow.X - own.X, 0.5f * ownLow.X, 0.75f * ownLow.X);
        detail.X += darker * Math.Min(own.X * ratio - low.X - detail.X, 0);
        Vector4 related = (colour + saturation * (Chromaticity(low) - skin)) * Math.Max(low.X + detail.X + 16, 0) - low;
        return Vector4.Lerp(detail, related, greyer * ChromaAlone);
    }

    private static Vector4 Chromaticity(Vector4 lab) => ChromaAlone * lab / Math.Max(lab.X + 16, 1);

    private static Vector4 Eye(Vector4 own, Vector4 ownLow, Vector4 low, float ratio)
    {
        float lightness = own.X - ownLow.X;
        float chroma = Math.Clamp(Chroma(low) / Math.Max(Chroma(ownLow), 1), BandRecolour.RatioLow, BandRecolour.RatioHigh);
        return (own * chroma - low) with { X = lightness * (lightness < 0 ? ratio : 1 / ratio) };
    }

    private static float Chroma(Vector4 lab) => MathF.Sqrt(lab.Y * lab.Y + lab.Z * lab.Z);

    // Skin and what is much darker, lighter, greyer.
    private static ImageBuffer Colours(int width, int height, int seed)
    {
        Random random = new(seed);
        ImageBuffer image = new(width, height);
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = new Vector4(5 + 85 * random.NextSingle(), 3 + 20 * random.NextSingle(), 3 + 25 * random.NextSingle(), 1);
        return image;
    }

    // A third nothing, a third all, a third between.
    private static Plane Weights(int width, int height, int seed)
    {
        Random random = new(seed);
        Plane plane = new(width, height);
        foreach (ref float value in plane.Values)
            value = Math.Clamp(3 * random.NextSingle() - 1, 0, 1);
        return plane;
    }
}
