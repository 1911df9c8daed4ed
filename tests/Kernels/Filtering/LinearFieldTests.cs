using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class LinearFieldTests
{
    private static readonly Vector4 Origin = new(50, -3, 7, 1), PerColumn = new(0.25f, -0.01f, 0, 0.5f), PerRow = new(-0.5f, 0, 0.02f, 0);

    [Fact]
    public void An_even_change_is_found_whatever_the_weights() => Prop.ForAll(Gen.Choose(3, 40).ToArbitrary(), Gen.Choose(3, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (width, height, seed) =>
    {
        Random random = new(seed);
        using ImageBuffer a = new(width, height), b = new(width, height);
        using Plane weights = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                b.Row(y)[x] = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
                a.Row(y)[x] = b.Row(y)[x] + Field(x, y);
                weights.Row(y)[x] = 0.1f + random.NextSingle();
            }
        }

        LinearField field = LinearField.FitDifference(a, b, weights);
        foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(0, 0), (width - 1, 0), (0, height - 1), (width / 2, height / 2)])
            Assert.True(Vector4.Distance(Field(x, y), field.At(x, y)) < 1e-3f);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_the_nearest_by_weighted_least_squares()
    {
        // One outlier of weight 1 among 24 zeros of weight 1: the residuals are orthogonal to 1, x and y.
        using ImageBuffer a = new(5, 5), b = new(5, 5);
        using Plane weights = new(5, 5);
        weights.Fill(1);
        a.Row(1)[3] = new Vector4(10);
        LinearField field = LinearField.FitDifference(a, b, weights);
        float sum = 0, across = 0, down = 0;
        for (int y = 0; y < 5; y++)
        {
            for (int x = 0; x < 5; x++)
            {
                float residual = a.Row(y)[x].X - field.At(x, y).X;
                sum += residual;
                across += x * residual;
                down += y * residual;
            }
        }

        Assert.Equal(0, sum, 1e-4f);
        Assert.Equal(0, across, 1e-4f);
        Assert.Equal(0, down, 1e-4f);
    }

    [Fact]
    public void What_has_no_weight_tells_nothing_and_one_line_no_slope()
    {
        using ImageBuffer a = new(6, 4), b = new(6, 4);
        using Plane weights = new(6, 4);
        a.Pixels.Fill(new Vector4(float.NaN));
        Assert.Equal(Vector4.Zero, LinearField.FitDifference(a, b, weights).At(3, 2));

        for (int x = 0; x < 6; x++)
        {
            weights.Row(2)[x] = 1;
            a.Row(2)[x] = new Vector4(x);
        }

        Assert.Equal(2.5f, LinearField.FitDifference(a, b, weights).At(0, 0).X, 1e-5f);
    }

    [Fact]
    public void Sizes_that_differ_are_refused()
    {
        using ImageBuffer a = new(6, 4), b = new(6, 5);
        using Plane weights = new(6, 4);
        Assert.Throws<ArgumentException>(() => LinearField.FitDifference(a, b, weights));
    }

    private static Vector4 Field(int x, int y) => Origin + x * PerColumn + y * PerRow;
}
