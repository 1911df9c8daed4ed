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

public class LayerWriterTests
{
    [Fact]
    public void The_layer_is_the_weighted_face_and_nothing_elsewhere() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        bool premultiplied = seed % 2 == 0;
        using var scene = new FaceScene(seed, SampleFormat.Float32, PixelLayout.Rgba, new NetworkSpace(TransferCurve.SceneLinear, false), premultiplied);
        using HostImage kept = new HostImage(scene.Source.View.Width, scene.Source.View.Height, SampleFormat.Float32, PixelLayout.Rgba);
        PixelCopy.Copy(scene.Destination.View, kept.View);
        LayerWriter.FaceLayer(scene.Source.View, scene.Destination.View, scene.Window, scene.Change, premultiplied);
        for (int y = 0; y < scene.Source.View.Height; y++)
        {
            for (int x = 0; x < scene.Source.View.Width; x++)
            {
                Vector4 expected = Vector4.Zero;
                double weight = scene.Weight(x, y);
                if (!scene.Window.Contains(x, y))
                    expected = kept.Vector(x, y);
                else if (weight > 0 && !(premultiplied && scene.Source.Vector(x, y).W == 0 && scene.Added(x, y) == Vector4.Zero))
                    expected = ((scene.Source.Vector(x, y) + scene.Added(x, y)) * (float)weight) with { W = (float)weight };
                TestBuffers.AssertClose(expected, scene.Destination.Vector(x, y), 2e-6, $"seed {seed} ({x}, {y})");
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_layer_over_an_opaque_source_is_the_composite()
    {
        using HostImage source = new HostImage(20, 16, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1, most: 4, opaque: true);
        using var layer = new HostImage(20, 16, SampleFormat.Float32, PixelLayout.Rgba);
        using var composite = new HostImage(20, 16, SampleFormat.Float32, PixelLayout.Rgba);
        RectI bounds = source.View.Bounds;
        var space = new NetworkSpace(TransferCurve.SceneLinear, HighlightRollOff: true);
        using var original = new ImageBuffer(20, 16);
        PixelReader.Read(source.View, bounds, space, premultiplied: true, original);
        using ImageBuffer result = TestBuffers.Random(20, 16, 2, high: 0.98f);
        foreach (ref Vector4 pixel in result.Pixels)
            pixel.W = 1;
        using Plane matte = TestBuffers.RandomPlane(20, 16, 3);
        LayerWriter.FaceLayer(source.View, layer.View, bounds, new FaceResidual(bounds, original, result, matte, 0.8f, space), premultiplied: true);
        ResidualPaste.Composite(source.View, composite.View, bounds, new FaceResidual(bounds, original, result, matte, 0.8f, space), premultiplied: true);
        for (int i = 0; i < 320; i++)
        {
            Vector4 above = layer.Vector(i % 20, i / 20);
            Vector4 over = above + (source.Vector(i % 20, i / 20) * (1 - above.W));
            TestBuffers.AssertClose(composite.Vector(i % 20, i / 20), over, 1e-5, "over");
        }
    }

    [Fact]
    public void Bad_pixels_leave_no_mark_in_the_layer()
    {
        using HostImage source = new HostImage(2, 1, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        using var layer = new HostImage(2, 1, SampleFormat.Float32, PixelLayout.Rgba);
        source.SetSample(0, 0, 0, double.NaN);
        source.SetSample(0, 0, 1, double.NegativeInfinity);
        using ImageBuffer original = TestBuffers.Random(2, 1, 2);
        using ImageBuffer result = TestBuffers.Random(2, 1, 3);
        using var matte = new Plane(2, 1);
        matte.Fill(0.5f);
        LayerWriter.FaceLayer(source.View, layer.View, source.View.Bounds, new FaceResidual(source.View.Bounds, original, result, matte, 1, default), premultiplied: false);
        (double r, double g, double b, double a) = layer.Rgba(0, 0);
        Assert.Equal((0, 0, 0.5), (r, g, a));
        Assert.NotEqual(0, b);
    }

    [Fact]
    public void A_matte_fills_every_channel_of_every_kind()
    {
        using Plane matte = TestBuffers.RandomPlane(6, 5, 4, low: -0.5f, high: 2);
        matte.Values[0] = float.NaN;
        var face = new RectI(-1, 2, 5, 7);
        using var unused = new ImageBuffer(6, 5);
        foreach ((SampleFormat format, PixelLayout layout) in HostImage.AllKinds())
        {
            using HostImage destination = new HostImage(9, 8, format, layout, RowOrder.BottomUpPadded).Randomise(5);
            LayerWriter.Matte(destination.View, destination.View.Bounds, new FaceResidual(face, unused, unused, matte, 0.5f, default));
            for (int y = 0; y < 8; y++)
            {
                for (int x = 0; x < 9; x++)
                {
                    float value = face.Contains(x, y) ? matte.Row(y - face.Y1)[x - face.X1] * 0.5f : 0;
                    value = value > 0 ? MathF.Min(1, value) : 0;
                    for (int channel = 0; channel < destination.View.Channels; channel++)
                        Assert.Equal(value, destination.Sample(x, y, channel), 0.003);
                }
            }
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using HostImage source = new HostImage(40, 70, SampleFormat.Float16, PixelLayout.Rgba).Randomise(6);
        using var destination = new HostImage(40, 70, SampleFormat.Float16, PixelLayout.Rgba);
        using ImageBuffer original = TestBuffers.Random(40, 70, 7);
        using ImageBuffer result = TestBuffers.Random(40, 70, 8);
        using Plane matte = TestBuffers.RandomPlane(40, 70, 9);
        RectI bounds = source.View.Bounds;
        Threads.AssertSameBits<byte>(() =>
        {
            LayerWriter.FaceLayer(source.View, destination.View, bounds, new FaceResidual(bounds, original, result, matte, 1, default), premultiplied: false);
            return destination.Bytes;
        });
    }
}
