using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class FootprintCellsTests
{
    private const int Width = 13;
    private const int Height = 11;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    [Fact]
    public void An_image_read_once_for_several_maps_gives_the_bits_of_reading_it_for_each() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(
            random.Next(1, 90), random.Next(1, 60), format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed);
        double scale = Math.Pow(2, (random.NextDouble() * 6) - 2), turn = random.Next(2) == 0 ? 0 : random.NextDouble() * 7;
        Affine2D map = Affine2D.Scaling(0.6 + random.NextDouble(), 1).Then(Affine2D.Similarity(scale, turn, 0, 0));

        using FootprintCells cells = new(source.View, map, Scene, premultiplied: true);
        float[] expected = new float[3 * Width * Height], actual = new float[expected.Length];
        for (int look = 0; look < 3; look++)
        {
            Affine2D moved = map.Then(Affine2D.Translation(random.Next(-60, 90), random.NextDouble() * 60));
            AreaSampler.SampleTensor(source.View, moved, Scene, premultiplied: true, TensorFormat.UnitRgb, Width, Height, expected, EdgeMode.Zero);
            AreaSampler.SampleTensor(cells, moved, TensorFormat.UnitRgb, Width, Height, actual);
            Assert.Equal(expected, actual);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_map_of_another_scale_is_refused()
    {
        using var source = new HostImage(40, 30, SampleFormat.Float32, PixelLayout.Rgba);
        using FootprintCells cells = new(source.View, Affine2D.Scaling(6, 6), Scene, premultiplied: true);
        Assert.Throws<ArgumentException>(() => AreaSampler.SampleTensor(cells, Affine2D.Scaling(2, 2), TensorFormat.UnitRgb, 1, 1, new float[3]));
        Assert.Throws<ArgumentException>(() => new FootprintCells(source.View, Affine2D.Scaling(double.NaN, 1), Scene, premultiplied: true));
    }

    [Fact]
    public void An_image_of_no_pixels_is_black()
    {
        using FootprintCells cells = new(new PixelView(0, 0, 0, 0, SampleFormat.Float32, PixelLayout.Rgba), Affine2D.Scaling(6, 6), Scene, premultiplied: true);
        float[] planar = [1, 2, 3];
        AreaSampler.SampleTensor(cells, Affine2D.Scaling(6, 6), TensorFormat.UnitRgb, 1, 1, planar);
        Assert.Equal(new float[3], planar);
    }
}
