using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Compositing;

public class CropPasteTests
{
    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    [Fact]
    public void Every_pixel_is_what_the_formula_says_and_the_rest_keeps_its_bits() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(seed % 16);
        using var scene = new CropScene(seed, format, layout, seed / 32 % 2 == 0 ? default : Scene, premultiplied: seed / 16 % 2 == 0);
        using HostImage before = Copy(scene.Image);

        Paste(scene, scene.Image.View.Bounds);
        for (int y = 0; y < before.View.Height; y++)
        {
            for (int x = 0; x < before.View.Width; x++)
                AssertPixel(scene, before, x, y, seed);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pixel_does_not_depend_on_the_window() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        using var scene = new CropScene(seed, SampleFormat.Float32, PixelLayout.Rgba, Scene, premultiplied: true);
        using HostImage tiled = Copy(scene.Image);
        Paste(scene, scene.Image.View.Bounds);
        for (int y = -1; y < tiled.View.Height; y += 5)
        {
            for (int x = -1; x < tiled.View.Width; x += 7)
                CropPaste.Apply(tiled.View, new RectI(x, y, x + 7, y + 5), scene.Crop, scene.Premultiplied);
        }

        AssertSame(tiled, scene.Image, $"seed {seed}");
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_changes_where_the_network_changed_nothing()
    {
        using var scene = new CropScene(5, SampleFormat.Float32, PixelLayout.Rgba, Scene, premultiplied: false, Affine2D.Identity);
        using HostImage before = Copy(scene.Image);
        scene.Original.Pixels.CopyTo(scene.Result.Pixels);
        Paste(scene, before.View.Bounds);
        AssertSame(before, scene.Image, "the same crop");
    }

    [Fact]
    public void Infinite_and_missing_values_change_nothing_and_do_not_spread()
    {
        using var scene = new CropScene(8, SampleFormat.Float32, PixelLayout.Rgba, default, premultiplied: false, Affine2D.Translation(0.25, 0.25));
        scene.Image.SetSample(0, 0, 0, double.NaN);
        scene.Image.SetSample(0, 0, 1, double.PositiveInfinity);
        scene.Original.Pixels[0].Z = float.NaN;
        scene.Result.Pixels[1].X = float.NegativeInfinity;
        scene.Matte.Values[2] = float.NaN;
        using HostImage before = Copy(scene.Image);
        Paste(scene, before.View.Bounds);
        for (int y = 0; y < before.View.Height; y++)
        {
            for (int x = 0; x < before.View.Width; x++)
            {
                for (int c = 0; c < 4; c++)
                {
                    bool isBad = x == 0 && y == 0 && c < 2;
                    Assert.Equal(!isBad, double.IsFinite(scene.Image.Sample(x, y, c)));
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 2, 2, 4)]
    [InlineData(double.NaN, 0, 0, 1)]
    [InlineData(1e-200, 0, 0, 1e-200)]
    [InlineData(double.MaxValue, 0, 0, double.MaxValue)]
    public void A_map_without_an_inverse_covers_no_pixel(double xx, double xy, double yx, double yy)
    {
        using var scene = new CropScene(9, SampleFormat.Float16, PixelLayout.Bgra, Scene, premultiplied: true, new Affine2D(xx, xy, 3, yx, yy, 2));
        using HostImage before = Copy(scene.Image);
        Paste(scene, before.View.Bounds);
        AssertSame(before, scene.Image, "no inverse");
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.9)]
    public void Threads_change_nothing(double scale)
    {
        using var crop = TestBuffers.Random(50, 50, 1);
        using var changed = TestBuffers.Random(50, 50, 2);
        using var matte = TestBuffers.RandomPlane(50, 50, 3);
        using var plate = TestBuffers.Random(120, 100, 4);
        using var image = new ImageBuffer(120, 100);
        Threads.AssertSameBits<Vector4>(() =>
        {
            plate.Pixels.CopyTo(image.Pixels);
            CropPaste.Apply(image.AsView(), image.Bounds, new ChangedCrop(Affine2D.Similarity(scale, 0.3, 30, 10), crop, changed, matte, 1, Scene), premultiplied: true);
            return image.Pixels;
        });
    }

    [Fact]
    public void Buffers_of_other_sizes_are_refused()
    {
        using var crop = new ImageBuffer(4, 4);
        using var other = new ImageBuffer(4, 5);
        using var matte = new FaceFusion.Kernels.Pixels.Plane(4, 4);
        Assert.Throws<ArgumentException>(() => new ChangedCrop(Affine2D.Identity, crop, other, matte, 1, Scene));
        Assert.Throws<ArgumentException>(() => new ChangedCrop(Affine2D.Identity, other, other, matte, 1, Scene));
    }

    private static void Paste(CropScene scene, RectI window) => CropPaste.Apply(scene.Image.View, window, scene.Crop, scene.Premultiplied);

    private static void AssertSame(HostImage expected, HostImage actual, string what)
    {
        for (int y = 0; y < expected.View.Height; y++)
            Assert.True(expected.View.RowSpan(y).SequenceEqual(actual.View.RowSpan(y)), $"{what}: row {y} differs.");
    }

    private static HostImage Copy(HostImage image)
    {
        var copy = new HostImage(image.View.Width, image.View.Height, image.View.Format, image.View.Layout);
        PixelCopy.Copy(image.View, copy.View);
        return copy;
    }

    private static void AssertPixel(CropScene scene, HostImage before, int x, int y, int seed)
    {
        double depth = scene.Depth(x, y);
        if (Math.Abs(depth) < 1e-6)
            return;

        bool mayChange = depth > 0 && before.View.Layout != PixelLayout.Alpha;
        Vector4 change = mayChange ? scene.Change(x, y) : default;
        double alpha = scene.Premultiplied ? before.Rgba(x, y).A : 1;
        for (int c = 0; c < before.View.Channels; c++)
        {
            int colour = before.View.Layout == PixelLayout.Bgra && c < 3 ? 2 - c : c;
            double was = before.Sample(x, y, c), added = c < 3 ? change[colour] * alpha : 0, now = scene.Image.Sample(x, y, c);
            if (added == 0)
                Assert.True(was.Equals(now) || mayChange, $"seed {seed} ({x}, {y}) channel {c} changed from {was} to {now}");
            double step = before.View.Format switch
            {
                SampleFormat.UInt8 => 0.5 / 255,
                SampleFormat.UInt16 => 0.5 / 65535,
                SampleFormat.Float16 => Math.Abs(was + added) / 2048,
                _ => 0,
            };
            double expected = before.View.Format is SampleFormat.UInt8 or SampleFormat.UInt16 ? Math.Clamp(was + added, 0, 1) : was + added;
            Assert.True(Math.Abs(now - expected) <= step + (1e-5 * (1.5 + scene.Largest)), $"seed {seed} ({x}, {y}) channel {c}: {now} instead of {expected}");
        }
    }
}
