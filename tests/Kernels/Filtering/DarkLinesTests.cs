using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Filtering;

public class DarkLinesTests
{
    private const int Side = 41, Reach = 5;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void A_dark_line_stands_out_in_every_direction_and_nothing_else_does(int dx, int dy)
    {
        using var lightness = new Plane(Side, Side);
        using var darkness = new Plane(Side, Side);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                lightness.Row(y)[x] = Math.Abs((x - 20) * dx + (y - 20) * dy) <= 1 ? 0.2f : 0.8f;
        }

        DarkLines.Apply(lightness, Reach, darkness);
        Assert.Equal(0.75f, darkness.Row(20)[20], 1e-6f);
        Assert.Equal(0, darkness.Row(20 + 3 * dy)[20 + 3 * dx]);

        foreach (ref float value in lightness.Values)
            value = 1 - value;
        DarkLines.Apply(lightness, Reach, darkness);
        Assert.Equal(0, darkness.Row(20)[20]);
    }

    [Theory]
    [InlineData(90, 70, 5)]
    [InlineData(33, 12, 3)]
    [InlineData(9, 40, 6)]
    public void Each_pixel_is_compared_with_both_sides_in_each_direction(int width, int height, int reach)
    {
        using Plane lightness = TestBuffers.RandomPlane(width, height, 4), darkness = new(width, height);
        DarkLines.Apply(lightness, reach, darkness);
        int diagonal = (int)Math.Round(reach * 0.70710678);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float expected = 0;
                foreach ((int dx, int dy) in new[] { (reach, 0), (0, reach), (diagonal, diagonal), (diagonal, -diagonal) })
                {
                    if (x < dx || x + dx >= width || y < Math.Abs(dy) || y + Math.Abs(dy) >= height)
                        continue;
                    float beside = Math.Min(lightness.Row(y - dy)[x - dx], lightness.Row(y + dy)[x + dx]);
                    expected = Math.Max(expected, (beside - lightness.Row(y)[x]) / Math.Max(beside, 0.05f));
                }

                Assert.Equal(expected, darkness.Row(y)[x], 1e-6f);
            }
        }
    }

    [Fact]
    public void Slopes_edges_and_sides_are_no_lines_and_threads_change_nothing()
    {
        using var lightness = new Plane(Side, Side);
        using var darkness = new Plane(Side, Side);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                lightness.Row(y)[x] = (0.01f * x) + (x < 20 ? 0.1f : 0.6f);
        }

        DarkLines.Apply(lightness, Reach, darkness);
        Assert.True(darkness.Values.IndexOfAnyExceptInRange(0f, 1e-6f) < 0);
        using Plane noise = TestBuffers.RandomPlane(90, 70, 3);
        using var lines = new Plane(90, 70);
        Threads.AssertSameBits<float>(() =>
        {
            DarkLines.Apply(noise, Reach, lines);
            return lines.Values;
        });
        Assert.True(lines.Values.IndexOfAnyExceptInRange(0f, 1f) < 0);
    }
}
