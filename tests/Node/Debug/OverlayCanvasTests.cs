using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Debug;

namespace FaceFusion.Node.Tests.Debug;

/// <summary>Marks are placed in the frame, whatever part of it is drawn.</summary>
public sealed class OverlayCanvasTests
{
    private static readonly Vector3 Red = new(1, 0, 0);

    [Fact]
    public void A_part_holds_what_the_whole_holds_there()
    {
        using ImageBuffer whole = Draw(new RectI(0, 0, 90, 60));
        RectI window = new(17, 5, 61, 43);
        using ImageBuffer part = Draw(window);
        for (int y = 0; y < part.Height; y++)
            Assert.True(whole.Row(y + window.Y1).Slice(window.X1, part.Width).SequenceEqual(part.Row(y)), $"row {y}");
    }

    [Fact]
    public void Marks_outside_and_beyond_all_numbers_draw_nothing()
    {
        using ImageBuffer image = new(8, 8);
        OverlayCanvas canvas = new(image, Vector2.Zero, 1);
        canvas.Dot(new Vector2(float.NaN, 3), 3, Red);
        canvas.Dot(new Vector2(float.PositiveInfinity, 3), 3, Red);
        canvas.Dot(new Vector2(-1e30f, 1e30f), 3, Red);
        canvas.Text("OUT", new Vector2(100, 100), Red);
        Assert.All(image.Pixels.ToArray(), pixel => Assert.Equal(Vector4.Zero, pixel));
    }

    [Theory]
    [InlineData(480, 1)]
    [InlineData(720, 1)]
    [InlineData(1080, 2)]
    [InlineData(2160, 4)]
    public void Lines_grow_with_the_frame(int height, int unit) => Assert.Equal(unit, OverlayCanvas.UnitFor(height));

    private static ImageBuffer Draw(RectI part)
    {
        ImageBuffer image = new(part.Width, part.Height);
        image.Fill(new Vector4(0.5f, 0.5f, 0.5f, 1));
        OverlayCanvas canvas = new(image, new Vector2(part.X1, part.Y1), 2);
        canvas.Box(new RectF(10.3f, 8.6f, 70.2f, 50.9f), Red);
        canvas.Dot(new Vector2(30, 30), 5, Red);
        canvas.Text("Yaw -12, 50%", new Vector2(4, 4), Red);
        return image;
    }
}
