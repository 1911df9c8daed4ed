using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Filtering;

public class HysteresisThresholdTests
{
    private const float Low = 0.6f, High = 0.8f, NoSize = 1, FullSize = 4;

    [Fact]
    public void Areas_match_a_flood_from_every_pixel() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        int width = random.Next(1, 40), height = random.Next(1, 24);
        using Plane values = TestBuffers.RandomPlane(width, height, seed), weights = TestBuffers.RandomPlane(width, height, seed + 1);
        using var actual = new Plane(width, height);
        bool isAny = HysteresisThreshold.Apply(values, Low, High, weights, NoSize, FullSize, actual);
        Assert.Equal(isAny, actual.Values.IndexOfAnyExcept(0f) >= 0);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float expected = Feather.Smoothstep((float)SizeOfAreaAt(values, weights, x, y), NoSize, FullSize);
                Assert.InRange(actual.Row(y)[x], expected - 1e-5f, expected + 1e-5f);
            }
        }

        using Plane ones = new(width, height), alike = new(width, height);
        ones.Fill(1);
        HysteresisThreshold.Apply(values, Low, High, ones, NoSize, FullSize, actual);
        HysteresisThreshold.Apply(values, Low, High, null, NoSize, FullSize, alike);
        Assert.True(actual.Values.SequenceEqual(alike.Values));
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_area_reaches_round_corners_and_rubbish_belongs_to_none()
    {
        using var values = new Plane(5, 5);
        foreach ((int x, int y) in new[] { (0, 0), (0, 1), (0, 2), (1, 3), (2, 2), (3, 1), (4, 0) })
            values.Row(y)[x] = 0.7f;
        values.Row(0)[4] = 1;
        values.Row(4)[4] = float.NaN;
        using Plane weights = new(5, 5);
        weights.Fill(FullSize);
        HysteresisThreshold.Apply(values, Low, High, weights, NoSize, FullSize, values);
        Assert.Equal(1, values.Row(0)[0]);
        Assert.Equal(0, values.Row(4)[4]);
        Assert.Equal(7, values.Values.ToArray().Sum());

        using var none = new Plane(0, 3);
        HysteresisThreshold.Apply(none, Low, High, none, NoSize, FullSize, none);
    }

    private static double SizeOfAreaAt(Plane values, Plane weights, int x, int y)
    {
        HashSet<(int X, int Y)> seen = [];
        Stack<(int X, int Y)> open = new([(x, y)]);
        double size = 0;
        while (open.TryPop(out (int X, int Y) at))
        {
            bool inside = at.X >= 0 && at.Y >= 0 && at.X < values.Width && at.Y < values.Height;
            if (!inside || values.Row(at.Y)[at.X] < Low || !seen.Add(at))
                continue;
            size += values.Row(at.Y)[at.X] >= High ? weights.Row(at.Y)[at.X] : 0;
            for (int neighbour = 0; neighbour < 9; neighbour++)
                open.Push((at.X + neighbour % 3 - 1, at.Y + neighbour / 3 - 1));
        }

        return size;
    }
}
