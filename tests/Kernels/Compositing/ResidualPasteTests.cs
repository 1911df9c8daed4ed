using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

public class ResidualPasteTests
{
    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    [Fact]
    public void Every_pixel_is_what_the_formula_says_and_the_rest_keeps_its_bits() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(seed % 16);
        bool premultiplied = seed / 16 % 2 == 0;
        using var scene = new FaceScene(seed, format, layout, seed / 32 % 2 == 0 ? default : Scene, premultiplied);
        byte[] before = scene.Destination.Bytes.ToArray();
        using HostImage kept = new HostImage(scene.Source.View.Width, scene.Source.View.Height, format, layout);
        PixelCopy.Copy(scene.Destination.View, kept.View);

        Composite(scene);
        for (int y = 0; y < scene.Source.View.Height; y++)
        {
            for (int x = 0; x < scene.Source.View.Width; x++)
                AssertPixel(scene, kept, x, y, seed);
        }

        return before.Length == scene.Destination.Bytes.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_memory_serves_as_source_and_destination() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(seed % 16);
        using var scene = new FaceScene(seed, format, layout, Scene, premultiplied: false);
        PixelCopy.Copy(scene.Source.View, scene.Destination.View);
        Composite(scene);
        ResidualPaste.Composite(scene.Source.View, scene.Source.View, scene.Window, scene.Change, false);
        for (int y = 0; y < scene.Source.View.Height; y++)
            Assert.True(scene.Source.View.RowSpan(y).SequenceEqual(scene.Destination.View.RowSpan(y)));
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3)]
    [InlineData(TransferCurve.Pq, ColourPrimaries.Rec2020)]
    public void In_coded_values_the_light_behind_them_is_mixed_and_what_does_not_change_keeps_its_bits(TransferCurve curve, ColourPrimaries primaries)
    {
        NetworkSpace space = new(curve, HighlightRollOff: false) { Primaries = primaries };
        NetworkSpace light = new(TransferCurve.SceneLinear, HighlightRollOff: false);
        using HostImage source = new HostImage(8, 5, SampleFormat.Float32, PixelLayout.Rgba).Randomise(3), destination = new(8, 5, SampleFormat.Float32, PixelLayout.Rgba);
        using ImageBuffer original = new(8, 5);
        PixelReader.Read(source.View, source.View.Bounds, space, premultiplied: false, original);
        using ImageBuffer result = original.Clone();
        using Plane matte = TestBuffers.RandomPlane(8, 5, 4, low: 0.1f, high: 0.9f);
        for (int i = 0; i < result.Length; i += 2)
            result.Pixels[i] += new Vector4(0.2f, -0.1f, 0.1f, 0);

        ResidualPaste.Composite(source.View, destination.View, source.View.Bounds, new FaceResidual(original.Bounds, original, result, matte, 1, space), false);
        using ImageBuffer before = new(8, 5), actual = new(8, 5);
        PixelReader.Read(source.View, source.View.Bounds, NetworkSpace.Working, premultiplied: false, before);
        PixelReader.Read(destination.View, source.View.Bounds, NetworkSpace.Working, premultiplied: false, actual);
        for (int i = 0; i < result.Length; i++)
        {
            Vector4 mixed = light.Encode(Vector4.Lerp(light.Decode(original.Pixels[i]), light.Decode(result.Pixels[i]), matte.Values[i]));
            if (i % 2 == 1)
                Assert.Equal(before.Pixels[i], actual.Pixels[i]);
            else
                TestBuffers.AssertClose(space.Decode(mixed) with { W = before.Pixels[i].W }, actual.Pixels[i], 1e-3, $"pixel {i}");
        }
    }

    [Fact]
    public void Infinite_and_missing_pixels_pass_bit_for_bit()
    {
        using HostImage source = new HostImage(6, 1, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        using var destination = new HostImage(6, 1, SampleFormat.Float32, PixelLayout.Rgba);
        source.SetSample(0, 0, 0, double.NaN);
        source.SetSample(1, 0, 1, double.PositiveInfinity);
        using var original = new ImageBuffer(6, 1);
        PixelReader.Read(source.View, source.View.Bounds, Scene, premultiplied: false, original);
        using ImageBuffer result = original.Clone();
        foreach (ref Vector4 pixel in result.Pixels)
            pixel += new Vector4(0.1f, 0.1f, 0.1f, 0);
        result.Pixels[2].X = float.NaN;
        using var matte = new Plane(6, 1);
        matte.Fill(1);
        matte.Values[3] = float.NaN;

        ResidualPaste.Composite(source.View, destination.View, source.View.Bounds, new FaceResidual(source.View.Bounds, original, result, matte, 1, Scene), premultiplied: false);
        Assert.Equal(source.View.RowSpan(0)[..4].ToArray(), destination.View.RowSpan(0)[..4].ToArray());
        Assert.Equal(double.PositiveInfinity, destination.Sample(1, 0, 1));
        Assert.Equal(source.Sample(2, 0, 0), destination.Sample(2, 0, 0));
        Assert.Equal(source.Rgba(3, 0), destination.Rgba(3, 0));
        Assert.NotEqual(source.Sample(0, 0, 1), destination.Sample(0, 0, 1));
        Assert.NotEqual(source.Sample(2, 0, 1), destination.Sample(2, 0, 1));
        Assert.All(Enumerable.Range(0, 6), x => Assert.Equal(source.Sample(x, 0, 3), destination.Sample(x, 0, 3)));
    }

    [Fact]
    public void An_unchanged_face_leaves_every_bit_alone_even_of_odd_floats()
    {
        using var source = new HostImage(16, 9, SampleFormat.Float16, PixelLayout.Rgba);
        new Random(2).NextBytes(source.Bytes);
        using var destination = new HostImage(16, 9, SampleFormat.Float16, PixelLayout.Rgba);
        using var original = new ImageBuffer(16, 9);
        PixelReader.Read(source.View, source.View.Bounds, Scene, premultiplied: true, original);
        using var matte = new Plane(16, 9);
        matte.Fill(1);
        ResidualPaste.Composite(source.View, destination.View, source.View.Bounds, new FaceResidual(source.View.Bounds, original, original, matte, 1, Scene), premultiplied: true);
        Assert.True(destination.Bytes.SequenceEqual(source.Bytes));
    }

    [Theory]
    [InlineData(PixelLayout.Rgba)]
    [InlineData(PixelLayout.Bgra)]
    public void Premultiplied_alpha_moves_together_with_its_colour(PixelLayout layout)
    {
        using HostImage source = new HostImage(2, 1, SampleFormat.Float32, layout), destination = new HostImage(2, 1, SampleFormat.Float32, layout);
        using ImageBuffer pixels = new(2, 1);
        pixels.Pixels[1] = new Vector4(0.4f, 0.2f, 0.1f, 0.5f);
        PixelCopy.Copy(pixels.AsView(), source.View);
        using ImageBuffer original = new(2, 1), result = new(2, 1);
        PixelReader.Read(source.View, source.View.Bounds, default, premultiplied: true, original);

        // What was half there moves one pixel to the left.
        result.Pixels[0] = original.Pixels[1];
        using var matte = new Plane(2, 1);
        matte.Fill(1);
        ResidualPaste.Composite(source.View, destination.View, source.View.Bounds, new FaceResidual(source.View.Bounds, original, result, matte, 1, default), premultiplied: true);
        TestBuffers.AssertClose(new Vector4(0.4f, 0.2f, 0.1f, 0.5f), destination.Vector(0, 0), 1e-6, "moved");
        TestBuffers.AssertClose(Vector4.Zero, destination.Vector(1, 0), 1e-6, "left");
    }

    [Fact]
    public void Other_kinds_and_sizes_are_refused()
    {
        using var scene = new FaceScene(3, SampleFormat.UInt8, PixelLayout.Rgba, default, premultiplied: false);
        using var other = new HostImage(4, 4, SampleFormat.UInt16, PixelLayout.Rgba);
        Assert.Throws<ArgumentException>(() => ResidualPaste.Composite(scene.Source.View, other.View, scene.Window, scene.Change, false));
        Assert.Throws<ArgumentException>(() => new FaceResidual(
            scene.Face.Union(new RectI(-90, -90, 90, 90)), scene.Original, scene.Result, scene.Matte, 1, default));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using HostImage source = new HostImage(60, 90, SampleFormat.UInt8, PixelLayout.Bgra, RowOrder.BottomUp).Randomise(4);
        using var destination = new HostImage(60, 90, SampleFormat.UInt8, PixelLayout.Bgra);
        var face = new RectI(5, 5, 55, 85);
        using var original = new ImageBuffer(50, 80);
        PixelReader.Read(source.View, face, Scene, premultiplied: true, original);
        using ImageBuffer result = TestBuffers.Random(50, 80, 5);
        using Plane matte = TestBuffers.RandomPlane(50, 80, 6);
        Threads.AssertSameBits<byte>(() =>
        {
            destination.Bytes.Clear();
            ResidualPaste.Composite(source.View, destination.View, source.View.Bounds, new FaceResidual(face, original, result, matte, 0.7f, Scene), premultiplied: true);
            return destination.Bytes;
        });
    }

    private static void Composite(FaceScene scene) => ResidualPaste.Composite(scene.Source.View, scene.Destination.View, scene.Window, scene.Change, scene.Premultiplied);

    private static void AssertPixel(FaceScene scene, HostImage kept, int x, int y, int seed)
    {
        PixelView view = scene.Source.View;
        HostImage untouched = scene.Window.Contains(x, y) ? scene.Source : kept;
        double weight = scene.Window.Contains(x, y) ? scene.Weight(x, y) : 0;
        bool hasColour = view.Layout != PixelLayout.Alpha;
        Vector4 whole = weight > 0 && hasColour ? scene.Added(x, y) : Vector4.Zero;
        for (int channel = 0; channel < view.Channels; channel++)
        {
            int colour = view.Layout == PixelLayout.Bgra && channel < 3 ? 2 - channel : channel;
            double change = weight * whole[colour];
            if (change == 0)
            {
                Assert.Equal(untouched.Sample(x, y, channel), scene.Destination.Sample(x, y, channel));
                continue;
            }

            double expected = scene.Source.Sample(x, y, channel) + change;
            double terms = Math.Abs(scene.Source.Sample(x, y, channel)) + (weight * scene.AddedTerms(x, y)[colour]);
            double step = view.Format switch { SampleFormat.UInt8 => 0.5001 / 255, SampleFormat.UInt16 => 0.501 / 65535, SampleFormat.Float16 => 6e-4 * Math.Max(1, Math.Abs(expected)), _ => 1e-6 };
            if (view.Format is SampleFormat.UInt8 or SampleFormat.UInt16)
                expected = Math.Clamp(expected, 0, 1);
            Assert.True(Math.Abs(expected - scene.Destination.Sample(x, y, channel)) <= step + (1e-6 * terms), $"seed {seed} ({x}, {y}) {channel}: {scene.Destination.Sample(x, y, channel)}, not {expected}");
        }
    }
}
