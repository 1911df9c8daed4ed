using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Filtering;

public class DistanceTransformTests
{
    [Fact]
    public void Distances_match_a_search_over_all_uncovered_squares() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        using Plane coverage = TestBuffers.RandomCoverage(random.Next(1, 30), random.Next(1, 30), seed, 1 - Math.Pow(0.3, random.Next(1, 6)));
        using var actual = new Plane(coverage.Width, coverage.Height);
        DistanceTransform.Inside(coverage, actual);
        for (int y = 0; y < coverage.Height; y++)
        {
            for (int x = 0; x < coverage.Width; x++)
                Assert.Equal((float)Nearest(coverage, x, y), actual.Row(y)[x]);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_full_plane_measures_to_its_sides_and_an_empty_one_is_zero()
    {
        using var plane = new Plane(7, 5);
        plane.Fill(1);
        DistanceTransform.Inside(plane, plane);
        Assert.Equal(2.5f, plane.Row(2)[3]);
        Assert.Equal(0.5f, plane.Row(0)[0]);
        plane.Fill(0);
        DistanceTransform.Inside(plane, plane);
        Assert.True(plane.Values.IndexOfAnyExcept(0f) < 0);

        using var none = new Plane(0, 3);
        DistanceTransform.Inside(none, none);
        using var one = new Plane(1, 1);
        one.Fill(float.NaN);
        DistanceTransform.Inside(one, one);
        Assert.Equal(0, one.Row(0)[0]);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using Plane coverage = TestBuffers.RandomCoverage(400, 90, 1, 0.98);
        using var actual = new Plane(400, 90);
        Threads.AssertSameBits<float>(() =>
        {
            DistanceTransform.Inside(coverage, actual);
            return actual.Values;
        });
    }

    private static double Nearest(Plane coverage, int x, int y)
    {
        if (coverage.Row(y)[x] <= 0)
            return 0;

        double best = double.PositiveInfinity;
        for (int j = -1; j <= coverage.Height; j++)
        {
            for (int i = -1; i <= coverage.Width; i++)
            {
                bool covered = coverage.Bounds.Contains(i, j) && coverage.Row(j)[i] > 0;
                if (!covered)
                    best = Math.Min(best, Math.Sqrt(Square(Math.Abs(i - x)) + Square(Math.Abs(j - y))));
            }
        }

        return best;

        static double Square(int steps) => steps == 0 ? 0 : (steps - 0.5) * (steps - 0.5);
    }
}
