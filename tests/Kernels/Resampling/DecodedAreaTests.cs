using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class DecodedAreaTests
{
    private const int Width = 90, Height = 70, Side = 21;

    private static readonly NetworkSpace Space = new(TransferCurve.SceneLinear, HighlightRollOff: true);
    private static readonly TensorFormat Format = TensorFormat.ImageNet;

    [Fact]
    public void Looks_in_any_order_have_the_bits_of_the_image_itself() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(Width, Height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed, most: 2);
        int x = random.Next(-20, Width - 1), y = random.Next(-20, Height - 1);
        var extent = new RectI(x, y, x + random.Next(1, 130), y + random.Next(1, 110));
        using DecodedArea area = new(source.View, Space, premultiplied: true, extent);
        for (int look = 0; look < 6; look++)
        {
            NetworkSpace space = Space with { HighlightRollOff = random.Next(2) == 0 };
            Affine2D map = Affine2D.Similarity(Math.Pow(2, random.NextDouble() * 3 - 1), random.Next(3) == 0 ? 0 : random.NextDouble() * 7, random.Next(-20, Width), random.Next(-20, Height));
            EdgeMode outside = random.Next(2) == 0 ? EdgeMode.Replicate : EdgeMode.Zero;
            Sample(source, area, map, space);
            SampleTensor(source, area, map, space, outside);
            Read(source, area, new RectI(random.Next(-30, Width), random.Next(-30, Height), random.Next(1, Width + 30), random.Next(1, Height + 30)), space);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_lies_in_the_area_is_told_from_what_does_not()
    {
        using HostImage source = new HostImage(Width, Height, SampleFormat.Float32, PixelLayout.Rgba).Randomise(4);
        using DecodedArea area = new(source.View, Space, premultiplied: false, new RectI(30, 20, 70, 60));
        using var crop = new ImageBuffer(Side, Side);
        Assert.True(area.TrySample(Affine2D.Translation(38, 28), highlightRollOff: false, crop));
        Assert.False(area.TrySample(Affine2D.Translation(20, 28), highlightRollOff: false, crop));
        Assert.False(area.TrySample(Affine2D.Scaling(4, 4), highlightRollOff: false, crop));
        Assert.True(area.Suits(Space with { HighlightRollOff = false }));
        Assert.False(area.Suits(NetworkSpace.Working));
    }

    [Fact]
    public void An_image_of_no_pixels_has_an_area_of_none()
    {
        using DecodedArea area = new(new PixelView(0, 0, 0, 0, SampleFormat.Float32, PixelLayout.Rgba), Space, premultiplied: false, new RectI(0, 0, 10, 10));
        using var crop = new ImageBuffer(Side, Side);
        Assert.True(area.Extent.IsEmpty);
        Assert.False(area.TrySample(Affine2D.Identity, highlightRollOff: false, crop));
        Assert.False(area.TryRead(new RectI(0, 0, Side, Side), highlightRollOff: false, crop));
    }

    private static void Sample(HostImage source, DecodedArea area, Affine2D map, NetworkSpace space)
    {
        using ImageBuffer expected = new(Side, Side), actual = new(Side, Side);
        if (!area.TrySample(map, space.HighlightRollOff, actual))
            return;
        AreaSampler.Sample(source.View, map, space, premultiplied: true, expected);
        Assert.True(expected.Pixels.SequenceEqual(actual.Pixels), "a sample");
    }

    private static void SampleTensor(HostImage source, DecodedArea area, Affine2D map, NetworkSpace space, EdgeMode outside)
    {
        float[] expected = new float[3 * Side * Side], actual = new float[3 * Side * Side];
        if (!area.TrySampleTensor(map, space.HighlightRollOff, Format, Side, Side, actual, outside))
            return;
        AreaSampler.SampleTensor(source.View, map, space, premultiplied: true, Format, Side, Side, expected, outside);
        Assert.Equal(expected, actual);
    }

    private static void Read(HostImage source, DecodedArea area, RectI region, NetworkSpace space)
    {
        using ImageBuffer expected = new(region.Width, region.Height), actual = new(region.Width, region.Height);
        if (!area.TryRead(region, space.HighlightRollOff, actual))
            return;
        PixelReader.Read(source.View, region, space, premultiplied: true, expected);
        Assert.True(expected.Pixels.SequenceEqual(actual.Pixels), $"{region}");
    }
}
