using System.Numerics;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Noise;

public class GrainTests
{
    [Theory]
    [InlineData(0f, 1.5f)]
    [InlineData(0.8f, 1f)]
    public void A_clean_picture_gets_the_plates_grain_without_a_shift(float size, float deviation)
    {
        using ImageBuffer plate = NoiseScene.Clean(), clean = NoiseScene.Clean(), grained = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(plate, new Vector4(deviation, deviation / 2, deviation / 2, 0), size, 1);
        NoiseProfile wanted = NoiseProfile.Measure(plate, seen), none = NoiseProfile.Measure(clean, seen);
        Grain.Add(grained, none, wanted, 0, 1, 30, 40, 7);

        double sum = 0, squares = 0, beside = 0, plateSquares = 0, plateBeside = 0;
        for (int y = 0; y < grained.Height; y++)
        {
            for (int x = 0; x < grained.Width - 1; x++)
            {
                float here = grained.Row(y)[x].X - clean.Row(y)[x].X, next = grained.Row(y)[x + 1].X - clean.Row(y)[x + 1].X;
                float plateHere = plate.Row(y)[x].X - clean.Row(y)[x].X, plateNext = plate.Row(y)[x + 1].X - clean.Row(y)[x + 1].X;
                sum += here;
                squares += here * here;
                beside += here * next;
                plateSquares += plateHere * plateHere;
                plateBeside += plateHere * plateNext;
            }
        }

        Assert.Equal(0, sum / grained.Length, 0.02);
        Assert.Equal(deviation, Math.Sqrt(squares / grained.Length), 0.15 * deviation);
        Assert.Equal(plateBeside / plateSquares, beside / squares, 0.1);
        Assert.All(grained.Pixels.ToArray(), pixel => Assert.Equal(1, pixel.W));
    }

    [Fact]
    public void Only_what_is_lacking_is_added_and_never_more()
    {
        using ImageBuffer plate = NoiseScene.Clean(), half = NoiseScene.Clean(), more = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(plate, new Vector4(1), 0.5f, 1);
        NoiseScene.AddNoise(half, new Vector4(0.6f), 0.5f, 2);
        NoiseScene.AddNoise(more, new Vector4(1.5f), 0.5f, 3);
        NoiseProfile wanted = NoiseProfile.Measure(plate, seen);
        Grain.Add(half, NoiseProfile.Measure(half, seen), wanted, 0, 1, 0, 0, 7);
        Assert.InRange(NoiseProfile.Measure(half, seen).Deviation(50).X, 0.9f * wanted.Deviation(50).X, 1.1f * wanted.Deviation(50).X);

        using ImageBuffer untouched = more.Clone();
        Grain.Add(more, NoiseProfile.Measure(more, seen), wanted, 0, 1, 0, 0, 7);
        Assert.True(more.Pixels.SequenceEqual(untouched.Pixels));
    }

    [Fact]
    public void Noise_that_was_made_before_is_the_same_and_only_made_for_grain_that_is_seen()
    {
        using ImageBuffer plate = NoiseScene.Clean(), expected = NoiseScene.Clean(), actual = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        Assert.False(Grain.IsSeen(NoiseProfile.Measure(plate, seen), 0.2f));
        NoiseScene.AddNoise(plate, new Vector4(1), 0.5f, 1);
        NoiseProfile wanted = NoiseProfile.Measure(plate, seen), none = NoiseProfile.Measure(actual, seen);
        Assert.True(Grain.IsSeen(wanted, 0.2f));
        Assert.False(Grain.IsSeen(wanted, 5));

        using GrainField field = GrainField.Make(wanted, actual.Width, actual.Height, 30, 40, 7);
        Grain.Add(expected, none, wanted, 0.2f, 0.7f, 30, 40, 7);
        Grain.Add(actual, none, wanted, 0.2f, 0.7f, field);
        Assert.True(expected.Pixels.SequenceEqual(actual.Pixels));
        Assert.False(actual.Pixels.SequenceEqual(plate.Pixels));
    }

    [Fact]
    public void Strength_scales_the_deviation_and_another_seed_gives_other_grain()
    {
        using ImageBuffer plate = NoiseScene.Clean(), whole = NoiseScene.Clean(), third = NoiseScene.Clean(), other = NoiseScene.Clean(), clean = NoiseScene.Clean();
        using Plane seen = NoiseScene.Everywhere();
        NoiseScene.AddNoise(plate, new Vector4(1), 0.5f, 1);
        NoiseProfile wanted = NoiseProfile.Measure(plate, seen), none = NoiseProfile.Measure(clean, seen);
        Threads.AssertSameBits<Vector4>(() =>
        {
            clean.Pixels.CopyTo(whole.Pixels);
            Grain.Add(whole, none, wanted, 0, 1, 0, 0, 7);
            return whole.Pixels;
        });
        Grain.Add(third, none, wanted, 0, 1 / 3f, 0, 0, 7);
        Grain.Add(other, none, wanted, 0, 1, 0, 0, 8);
        for (int i = 0; i < clean.Length; i++)
            TestBuffers.AssertClose((whole.Pixels[i] - clean.Pixels[i]) / 3, third.Pixels[i] - clean.Pixels[i], 1e-4, "a third");
        Assert.False(other.Pixels.SequenceEqual(whole.Pixels));
    }
}
