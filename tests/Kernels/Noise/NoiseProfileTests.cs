using System.Numerics;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Noise;

public class NoiseProfileTests
{
    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(0.6f, 2f)]
    [InlineData(1f, 0.7f)]
    public void It_recovers_deviation_and_grain_size(float grain, float deviation)
    {
        using ImageBuffer image = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(image, new Vector4(deviation, deviation / 2, deviation / 4, 0), grain, 1);
        NoiseProfile profile = NoiseProfile.Measure(image, seen);
        foreach (float lightness in (float[])[15, 40, 60, 85])
        {
            Vector4 actual = profile.Deviation(lightness);
            Assert.InRange(actual.X, 0.85f * deviation, 1.15f * deviation);
            Assert.InRange(actual.Y, 0.85f * deviation / 2, 1.15f * deviation / 2);
            Assert.InRange(actual.Z, 0.85f * deviation / 4, 1.15f * deviation / 4);
        }

        // Whether white noise was filtered by a third of a pixel or not at all, nobody sees.
        Assert.InRange(profile.LightnessGrain, grain - 0.1f, Math.Max(grain, 0.3f) + 0.1f);
    }

    [Fact]
    public void Edges_and_texture_are_no_noise_and_a_clean_picture_has_none()
    {
        using ImageBuffer image = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        Assert.InRange(NoiseProfile.Measure(image, seen).Deviation(50).X, 0, 0.05f);

        // A third of the picture is full of bars.
        NoiseScene.AddNoise(image, new Vector4(0.5f), 0.5f, 2);
        for (int y = 0; y < image.Height / 3; y++)
        {
            for (int x = 0; x < image.Width; x++)
                image.Row(y)[x].X += x / 3 % 2 == 0 ? 12 : -12;
        }

        Assert.InRange(NoiseProfile.Measure(image, seen).Deviation(50).X, 0.4f, 0.65f);
        using var empty = new ImageBuffer(3, 2);
        using var unseen = new Plane(3, 2);
        Assert.Equal(Vector4.Zero, NoiseProfile.Measure(empty, unseen).Deviation(50));
    }

    [Fact]
    public void It_tells_dark_noise_from_light_noise_up_to_twice()
    {
        using ImageBuffer image = NoiseScene.Clean(), noisy = image.Clone();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(noisy, new Vector4(1), 0.5f, 3);
        for (int i = 0; i < image.Length; i++)
        {
            float share = image.Pixels[i].X < 50 ? 1.6f : 0.9f;
            image.Pixels[i] += share * (noisy.Pixels[i] - image.Pixels[i]);
        }

        NoiseProfile profile = NoiseProfile.Measure(image, seen);
        Assert.InRange(profile.Deviation(15).X, 1.3f, 1.9f);
        Assert.InRange(profile.Deviation(85).X, 0.75f, 1.05f);
    }

    [Fact]
    public void What_is_clipped_or_broken_or_not_seen_says_nothing()
    {
        using ImageBuffer image = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(image, new Vector4(1), 0.5f, 4);
        float before = NoiseProfile.Measure(image, seen).Deviation(85).X;
        for (int y = 0; y < 60; y++)
            image.Row(y)[200..].Fill(new Vector4(97, 0, 0, 1));
        for (int y = 100; y < 140; y++)
        {
            image.Row(y)[..80].Fill(new Vector4(1e6f, -1e6f, 0, 1));
            seen.Row(y)[..84].Clear();
        }

        image.Row(200)[100] = new Vector4(1e6f);
        Assert.InRange(NoiseProfile.Measure(image, seen).Deviation(85).X, 0.9f * before, 1.1f * before);
    }
}
