using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Tests.Frames;

/// <summary>The picture in which faces are searched for.</summary>
public sealed class OverviewTests
{
    private const int Size = 20;

    private static readonly TensorFormat Plain = TensorFormat.UnitRgb with { ClampToUnit = false };

    [Theory]
    [InlineData(2.5)]
    [InlineData(3)]
    [InlineData(5.9)]
    public void A_near_look_is_at_all_of_the_frame(double scale)
    {
        using ImageBuffer frame = Slopes((int)(Size * scale));
        Affine2D map = Affine2D.Scaling(scale, scale);
        float[] seen = new float[3 * Size * Size], wanted = new float[seen.Length];
        Assert.Equal(map, View(frame).SampleOverview(map, Plain, Size, Size, seen));
        View(frame).SampleTensor(map, Plain, Size, Size, wanted, EdgeMode.Zero);
        Assert.Equal(wanted, seen);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(3, 6)]
    [InlineData(6.4, 6.4)]
    [InlineData(12, 12)]
    [InlineData(13, 13)]
    public void A_look_from_far_away_lies_where_it_says(double across, double down)
    {
        int width = (int)(Size * across), height = (int)(Size * down);
        using ImageBuffer frame = Slopes(width, height);
        float[] seen = new float[3 * Size * Size];
        Affine2D map = View(frame).SampleOverview(Affine2D.Scaling(across, down), Plain, Size, Size, seen);
        for (int y = 3; y < Size - 3; y++)
        {
            for (int x = 3; x < Size - 3; x++)
            {
                (double column, double row) = map.Apply(x + 0.5, y + 0.5);
                Assert.Equal(column / 1000, seen[(Size * y) + x], 0.03 * across / 1000);
                Assert.Equal(row / 1000, seen[(Size * Size) + (Size * y) + x], 0.03 * down / 1000);
            }
        }
    }

    [Fact]
    public void A_look_from_far_away_reads_every_second_row()
    {
        using ImageBuffer frame = Slopes(Size * 8), other = Slopes(Size * 8);
        for (int y = 1; y < other.Height; y += 2)
            other.Row(y).Fill(new Vector4(float.NaN));
        float[] seen = new float[3 * Size * Size], same = new float[seen.Length];
        Affine2D map = Affine2D.Scaling(8, 8);
        Assert.Equal(View(frame).SampleOverview(map, Plain, Size, Size, seen), View(other).SampleOverview(map, Plain, Size, Size, same));
        Assert.Equal(seen, same);
    }

    private static FrameView View(ImageBuffer frame) => new(frame.AsView(), NetworkSpace.Working, Premultiplied: false);

    private static ImageBuffer Slopes(int size) => Slopes(size, size);

    // Red is where a pixel lies across, green where it lies down, in thousands of pixels.
    private static ImageBuffer Slopes(int width, int height)
    {
        ImageBuffer frame = ImageBuffer.Uninitialized(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                frame.Row(y)[x] = new Vector4((x + 0.5f) / 1000, (y + 0.5f) / 1000, 0, 1);
        }

        return frame;
    }
}
