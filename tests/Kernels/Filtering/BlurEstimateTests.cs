using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Filtering;

public class BlurEstimateTests
{
    private const int Size = 256;

    [Fact]
    public void It_recovers_a_known_blur_in_either_direction_whatever_the_contrast() => Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), tenths =>
    {
        float sigma = tenths / 10f;
        using Plane sharp = Blobs(1), blurred = Plane.Uninitialized(Size, Size), weights = Ones();
        GaussianBlur.Apply(sharp, sigma, blurred);
        PlaneMath.Scale(blurred, 0.4f, blurred);
        double tolerance = 0.12 + (0.08 * sigma * sigma);
        Assert.Equal(sigma * sigma, BlurEstimate.Difference(blurred, sharp, weights, 0, 0), tolerance);
        Assert.Equal(-sigma * sigma, BlurEstimate.Difference(sharp, blurred, weights, 0, 0), tolerance);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Known_noise_is_not_taken_for_sharpness()
    {
        using Plane sharp = Blobs(1), blurred = Plane.Uninitialized(Size, Size), weights = Ones();
        GaussianBlur.Apply(sharp, 1.8f, blurred);
        Random random = new(5);
        foreach (ref float value in blurred.Values)
            value += 3 * (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * MathF.Sqrt(3);
        Assert.Equal(1.8 * 1.8, BlurEstimate.Difference(blurred, sharp, weights, 3, 0), 0.8);
        float misled = BlurEstimate.Difference(blurred, sharp, weights, 0, 0);
        Assert.True(misled < 2, $"without being told of the noise it must err, but finds {misled}");
    }

    [Fact]
    public void Nothing_to_compare_tells_nothing()
    {
        using Plane sharp = Blobs(1), flat = new(Size, Size), weights = Ones(), none = new(Size, Size);
        Assert.Equal(0, BlurEstimate.Difference(flat, sharp, weights, 0, 0));
        Assert.Equal(0, BlurEstimate.Difference(sharp, sharp, none, 0, 0));
        Assert.Equal(0, BlurEstimate.Difference(sharp, sharp, weights, 1000, 0));
        using var dot = new Plane(1, 1);
        Assert.Equal(0, BlurEstimate.Difference(dot, dot, dot, 0, 0));
    }

    [Fact]
    public void Energies_match_their_formula_with_any_threads()
    {
        using Plane plane = TestBuffers.RandomPlane(45, 33, 2), weights = TestBuffers.RandomPlane(45, 33, 3);
        double[] actual = new double[1];
        Threads.AssertSameBits<double>(() =>
        {
            EdgeEnergy.Measure(plane, weights, [1.5f], actual);
            return actual;
        });
        using Plane blurred = plane.Clone();
        GaussianBlur.Apply(blurred, MathF.Sqrt(1.5f), blurred);
        double energy = 0, weight = 0;
        for (int y = 0; y < 32; y++)
        {
            for (int x = 0; x < 44; x++)
            {
                double right = blurred.Row(y)[x + 1] - blurred.Row(y)[x], down = blurred.Row(y + 1)[x] - blurred.Row(y)[x];
                energy += weights.Row(y)[x] * ((right * right) + (down * down));
                weight += weights.Row(y)[x];
            }
        }

        Assert.Equal(energy / weight, actual[0], 1e-5 * energy / weight);
    }

    [Fact]
    public void Two_planes_at_once_are_each_measured_for_itself()
    {
        using Plane a = TestBuffers.RandomPlane(45, 33, 4), b = TestBuffers.RandomPlane(45, 33, 5, high: 3), weights = TestBuffers.RandomPlane(45, 33, 6);
        double[] energiesOfA = new double[2], energiesOfB = new double[2], both = new double[2];
        EdgeEnergy.Measure(a, weights, [0.5f, 3], energiesOfA);
        EdgeEnergy.Measure(b, weights, [0.5f, 3], energiesOfB);
        using EdgeScales scales = new(weights, 2);
        scales.Set(a, b);
        for (int k = 0; k < 2; k++)
        {
            scales.Measure(k == 0 ? 0.5f : 3, both);
            Assert.Equal(energiesOfA[k], both[0], 1e-5 * both[0]);
            Assert.Equal(energiesOfB[k], both[1], 1e-5 * both[1]);
        }
    }

    [Fact]
    public void Grain_has_the_energy_that_is_foretold()
    {
        using var noise = new Plane(Size, Size);
        using Plane weights = Ones();
        Random random = new(6);
        foreach (ref float value in noise.Values)
            value = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * MathF.Sqrt(3);
        GaussianBlur.Apply(noise, 0.7f, noise);
        double[] actual = new double[2];
        EdgeEnergy.Measure(noise, weights, [0.5f, 2], actual);
        Assert.Equal(EdgeEnergy.OfGrain(0.7f, 0.5f), actual[0], 0.06 * actual[0]);
        Assert.Equal(EdgeEnergy.OfGrain(0.7f, 2), actual[1], 0.1 * actual[1]);
    }

    // Discs of all sizes: edges as in a picture.
    private static Plane Blobs(int seed)
    {
        Random random = new(seed);
        var plane = new Plane(Size, Size);
        plane.Fill(50);
        for (int i = 0; i < 120; i++)
        {
            int x0 = random.Next(Size), y0 = random.Next(Size), radius = random.Next(2, 25);
            float value = 20 + (60 * random.NextSingle());
            for (int y = Math.Max(0, y0 - radius); y < Math.Min(Size, y0 + radius); y++)
            {
                for (int x = Math.Max(0, x0 - radius); x < Math.Min(Size, x0 + radius); x++)
                {
                    if (((x - x0) * (x - x0)) + ((y - y0) * (y - y0)) < radius * radius)
                        plane.Row(y)[x] = value;
                }
            }
        }

        GaussianBlur.Apply(plane, 0.7f, plane);
        return plane;
    }

    private static Plane Ones()
    {
        var weights = new Plane(Size, Size);
        weights.Fill(1);
        return weights;
    }
}
