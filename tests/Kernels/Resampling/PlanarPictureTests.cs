using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class PlanarPictureTests
{
    private const int Width = 29;
    private const int Height = 23;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    // Scales and places whose multiples are exact, in pixels and in cells of them.
    [Fact]
    public void A_part_of_a_picture_has_the_bits_of_sampling_that_part_of_the_image() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(
            random.Next(1, 90), random.Next(1, 60), format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed);
        double x = random.Next(-60, 90), y = random.Next(-30, 60), scale = ((double[])[0.5, 1, 2, 4])[random.Next(4)];
        Affine2D map = new(scale, 0, x, 0, scale, y);
        using PlanarPicture picture = new(source.View, map, Scene, premultiplied: true, TensorFormat.UnitRgb, Width, Height);
        Assert.Equal(new RectI(0, 0, Width, Height), picture.Bounds);

        int x1 = random.Next(Width), y1 = random.Next(Height);
        RectI part = new(x1, y1, random.Next(x1, Width) + 1, random.Next(y1, Height) + 1);
        float[] expected = new float[3 * part.Width * part.Height], actual = new float[expected.Length];
        Affine2D partToSource = Affine2D.Translation(part.X1, part.Y1).Then(map);
        AreaSampler.SampleTensor(source.View, partToSource, Scene, premultiplied: true, TensorFormat.UnitRgb, part.Width, part.Height, expected, EdgeMode.Zero);
        picture.Copy(part, actual);
        Assert.Equal(expected, actual);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_outside_and_tensors_of_another_size_are_refused()
    {
        using var source = new HostImage(40, 30, SampleFormat.Float32, PixelLayout.Rgba);
        using PlanarPicture picture = new(source.View, Affine2D.Scaling(6, 6), Scene, premultiplied: true, TensorFormat.UnitRgb, 7, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Copy(new RectI(1, 0, 8, 5), new float[3 * 7 * 5]));
        Assert.Throws<ArgumentException>(() => picture.Copy(new RectI(0, 0, 7, 5), new float[3]));
        Assert.Throws<ArgumentException>(() => new PlanarPicture(source.View, Affine2D.Scaling(double.NaN, 1), Scene, premultiplied: true, TensorFormat.UnitRgb, 1, 1));
    }

    [Fact]
    public void An_image_of_no_pixels_is_black()
    {
        using PlanarPicture picture = new(new PixelView(0, 0, 0, 0, SampleFormat.Float32, PixelLayout.Rgba), Affine2D.Scaling(6, 6), Scene, premultiplied: true, TensorFormat.UnitRgb, 1, 1);
        float[] planar = [1, 2, 3];
        picture.Copy(picture.Bounds, planar);
        Assert.Equal(new float[3], planar);
    }
}
