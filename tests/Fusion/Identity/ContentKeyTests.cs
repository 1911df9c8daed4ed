using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests.Identity;

/// <summary>A frame is known again by its pixels and by what they mean.</summary>
public sealed class ContentKeyTests
{
    private const int Width = 37, Height = 101;

    [Fact]
    public void A_change_of_any_row_shows()
    {
        using ImageBuffer frame = Noise(Width, Height);
        HashSet<string> seen = [Of(frame.AsView())];
        for (int y = 0; y < Height; y++)
        {
            frame.Row(y)[y % Width].Y += 1;
            Assert.True(seen.Add(Of(frame.AsView())), $"row {y}");
        }
    }

    [Fact]
    public void Rows_and_bands_of_rows_are_known_by_their_place()
    {
        using ImageBuffer frame = Noise(Width, Height), moved = Noise(Width, Height);
        for (int y = 0; y < 64; y++)
            frame.Row(y).CopyTo(moved.Row((y + 32) % 64));
        Assert.NotEqual(Of(frame.AsView()), Of(moved.AsView()));
    }

    [Fact]
    public void What_lies_beside_the_rows_does_not_count()
    {
        using ImageBuffer frame = Noise(Width, Height), wider = Noise(Width + 3, Height);
        for (int y = 0; y < Height; y++)
            frame.Row(y).CopyTo(wider.Row(y));
        Assert.Equal(Of(frame.AsView()), Of(wider.AsView().Crop(RectI.FromSize(Width, Height))));
    }

    [Fact]
    public void The_same_samples_in_another_shape_or_of_another_meaning_are_another_frame()
    {
        using ImageBuffer frame = Noise(Width, Height);
        PixelView view = frame.AsView();
        Assert.NotEqual(Of(view), Of(view.Crop(new RectI(0, 0, Width, Height - 1))));
        Assert.NotEqual(Of(view), Key(view, new NetworkSpace(TransferCurve.SceneLinear, false)));
        Assert.NotEqual(Of(new PixelView(view.TopLeft, Width * 16, Width, 1, view.Format, view.Layout)), Of(new PixelView(view.TopLeft, 16, 1, Width, view.Format, view.Layout)));
    }

    private static string Of(PixelView view) => Key(view, new NetworkSpace(TransferCurve.Display, false));

    private static string Key(PixelView view, NetworkSpace space) => ContentKey.Of(new FrameView(view, space, Premultiplied: true));

    private static ImageBuffer Noise(int width, int height)
    {
        ImageBuffer image = ImageBuffer.Uninitialized(width, height);
        Random random = new(7);
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
        return image;
    }
}
