using System.Numerics;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FaceFusion.Kernels.Warping;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Warping;

public class SilhouetteExtensionTests
{
    [Fact]
    public void Every_pixel_is_the_weighted_mean_of_the_silhouette_faded() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        int width = random.Next(1, 30), height = random.Next(1, 20);
        float reach = 1 + (8 * random.NextSingle());
        using Plane coverage = TestBuffers.RandomCoverage(width, height, seed, random.NextDouble());
        using ImageBuffer field = TestBuffers.Random(width, height, seed + 1, low: -20, high: 20), before = field.Clone();
        SilhouetteExtension.Apply(coverage, field, reach);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                TestBuffers.AssertClose(Reference(coverage, before, x, y, reach), field.Row(y)[x], 1e-4, $"seed {seed} ({x}, {y})");
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_continues_the_silhouette_without_a_step_and_ends_in_zero()
    {
        using var coverage = new Plane(81, 81);
        using var field = new ImageBuffer(81, 81);
        for (int y = 0; y < 81; y++)
        {
            for (int x = 0; x < 81; x++)
            {
                coverage.Row(y)[x] = Vector2.Distance(new Vector2(x, y), new Vector2(40)) <= 15 ? 1 : 0;
                field.Row(y)[x] = new Vector4(0.2f * (x - 40), 3, 0, 0);
            }
        }

        SilhouetteExtension.Apply(coverage, field, 20);
        for (int x = 40; x < 80; x++)
        {
            Vector4 step = field.Row(40)[x + 1] - field.Row(40)[x];
            Assert.InRange(Vector4.Abs(step).X, 0, 0.35f);
            Assert.InRange(-step.W, 0, 1.5f / 20);
        }

        Assert.Equal(1, field.Row(40)[55].W);
        Assert.Equal(Vector4.Zero, field.Row(40)[76]);
    }

    [Fact]
    public void Nothing_covered_leaves_nothing()
    {
        using var coverage = new Plane(9, 7);
        using ImageBuffer field = TestBuffers.Random(9, 7, 1);
        SilhouetteExtension.Apply(coverage, field, 5);
        Assert.True(field.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => SilhouetteExtension.Apply(coverage, field, 0));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using Plane coverage = TestBuffers.RandomCoverage(60, 50, 2, 0.2);
        using ImageBuffer before = TestBuffers.Random(60, 50, 3), field = before.Clone();
        Threads.AssertSameBits<Vector4>(() =>
        {
            before.Pixels.CopyTo(field.Pixels);
            SilhouetteExtension.Apply(coverage, field, 6);
            return field.Pixels;
        });
    }

    private static Vector4 Reference(Plane coverage, ImageBuffer field, int x, int y, float reach)
    {
        if (coverage.Row(y)[x] > 0)
            return new Vector4(field.Row(y)[x].X, field.Row(y)[x].Y, 0, 1);

        double sumX = 0, sumY = 0, total = 0, nearest = double.PositiveInfinity;
        for (int v = 0; v < coverage.Height; v++)
        {
            for (int u = 0; u < coverage.Width; u++)
            {
                if (!(coverage.Row(v)[u] > 0) || !IsEdge(coverage, u, v))
                    continue;
                double squared = ((x - u) * (x - u)) + ((y - v) * (y - v)), weight = 1 / ((squared + 1e-3) * (squared + 1e-3));
                nearest = Math.Min(nearest, squared);
                total += weight;
                sumX += weight * field.Row(v)[u].X;
                sumY += weight * field.Row(v)[u].Y;
            }
        }

        double t = Math.Clamp((reach - (Math.Sqrt(nearest) - 0.5)) / reach, 0, 1), fade = t * t * (3 - (2 * t));
        return fade > 0 ? new Vector4((float)(sumX / total * fade), (float)(sumY / total * fade), 0, (float)fade) : Vector4.Zero;
    }

    private static bool IsEdge(Plane coverage, int x, int y) => new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) }
        .Any(at => coverage.Bounds.Contains(at.Item1, at.Item2) && !(coverage.Row(at.Item2)[at.Item1] > 0));
}
