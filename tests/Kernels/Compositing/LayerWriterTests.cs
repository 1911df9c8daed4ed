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
    private static readonly NetworkSpace[] Spaces = [new(TransferCurve.Display, false), new(TransferCurve.SceneLinear, false)];

    [Fact]
    public void A_layer_is_the_weighted_face_and_nothing_elsewhere() => Check((scene, premultiplied) =>
    {
        (ImageBuffer layer, Plane matte) = Layer(scene, premultiplied, scene.Window.Intersect(scene.Source.View.Bounds), scene.Change);
        RectI window = scene.Window.Intersect(scene.Source.View.Bounds);
        for (int i = 0; i < layer.Length; i++)
        {
            int x = window.X1 + (i % window.Width), y = window.Y1 + (i / window.Width);
            float weight = (float)scene.Weight(x, y);
            Vector4 expected = weight > 0 ? (scene.Source.Vector(x, y) + scene.Added(x, y)) * weight : Vector4.Zero;
            TestBuffers.AssertClose(premultiplied ? expected : expected with { W = weight }, layer.Pixels[i], 2e-6 * Math.Max(1, expected.Length()), $"({x}, {y})");
            Assert.Equal(weight, matte.Values[i]);
        }

        layer.Dispose();
        matte.Dispose();
    });

    [Fact]
    public void Layer_and_matte_over_the_source_are_the_composite() => Check((scene, premultiplied) =>
    {
        PixelView source = scene.Source.View;
        using var composite = new HostImage(source.Width, source.Height, SampleFormat.Float32, PixelLayout.Rgba);
        ResidualPaste.Composite(source, composite.View, source.Bounds, scene.Change, premultiplied);
        (ImageBuffer layer, Plane matte) = Layer(scene, premultiplied, source.Bounds, scene.Change);
        AssertRecomposes(scene, layer, matte, composite, premultiplied);
    });

    [Fact]
    public void Layers_of_faces_that_overlap_do_too() => Check((scene, premultiplied) =>
    {
        // Neither changes alpha: pasted one after the other, the second face would go by what the first made of it.
        PixelView source = scene.Source.View;
        using ImageBuffer original = new(scene.Face.Width, scene.Face.Height), result = new(scene.Face.Width, scene.Face.Height);
        using Plane matte = TestBuffers.RandomPlane(scene.Face.Width, scene.Face.Height, 7);
        RectI place = scene.Face.Offset(2, -1);
        PixelReader.Read(source, place, scene.Space, premultiplied, original);
        for (int i = 0; i < result.Length; i++)
            result.Pixels[i] = (original.Pixels[i] * 0.8f + new Vector4(0.05f)) with { W = original.Pixels[i].W };
        FaceResidual other = new(place, original, result, matte, 0.9f, scene.Space);

        for (int i = 0; i < result.Length; i++)
            scene.Result.Pixels[i].W = scene.Original.Pixels[i].W;
        using var composite = new HostImage(source.Width, source.Height, SampleFormat.Float32, PixelLayout.Rgba);
        ResidualPaste.Composite(source, composite.View, source.Bounds, scene.Change, premultiplied);
        ResidualPaste.Composite(composite.View, composite.View, source.Bounds, other, premultiplied);
        (ImageBuffer layer, Plane both) = Layer(scene, premultiplied, source.Bounds, scene.Change, other);
        AssertRecomposes(scene, layer, both, composite, premultiplied);
    });

    [Fact]
    public void A_matte_joins_its_faces_and_is_the_layers_own() => Check((scene, premultiplied) =>
    {
        RectI bounds = scene.Source.View.Bounds;
        FaceResidual moved = scene.Change.Offset(1, 2);
        (ImageBuffer layer, Plane matte) = Layer(scene, premultiplied, bounds, scene.Change, moved);
        using var alone = new Plane(bounds.Width, bounds.Height);
        LayerWriter.AddMatte(bounds, scene.Change, alone);
        LayerWriter.AddMatte(bounds, moved, alone);
        for (int i = 0; i < alone.Length; i++)
        {
            double first = scene.Weight(i % bounds.Width, i / bounds.Width), second = scene.Weight((i % bounds.Width) - 1, (i / bounds.Width) - 2);
            Assert.Equal(1 - ((1 - first) * (1 - second)), alone.Values[i], 1e-6);
            Assert.Equal(matte.Values[i], alone.Values[i], 1e-7);
        }

        layer.Dispose();
        matte.Dispose();
    });

    [Fact]
    public void Bad_pixels_leave_no_mark_in_the_layer()
    {
        using HostImage source = new HostImage(2, 1, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        source.SetSample(0, 0, 0, double.NaN);
        source.SetSample(0, 0, 1, double.NegativeInfinity);
        using ImageBuffer original = TestBuffers.Random(2, 1, 2), result = TestBuffers.Random(2, 1, 3), layer = new(2, 1);
        using Plane matte = new(2, 1), sum = new(2, 1);
        matte.Fill(0.5f);
        LayerWriter.AddFace(source.View, source.View.Bounds, new FaceResidual(source.View.Bounds, original, result, matte, 1, default), premultiplied: false, layer, sum);
        Vector4 bad = layer.Pixels[0];
        Assert.Equal((0, 0, 0.5f), (bad.X, bad.Y, bad.W));
        Assert.NotEqual(0, bad.Z);
    }

    [Fact]
    public void A_matte_fills_every_channel_of_every_kind()
    {
        using Plane matte = TestBuffers.RandomPlane(6, 5, 4, low: -0.5f, high: 2), sum = new(6, 5);
        matte.Values[0] = float.NaN;
        var face = new RectI(-1, 2, 5, 7);
        using var unused = new ImageBuffer(6, 5);
        LayerWriter.AddMatte(face, new FaceResidual(face, unused, unused, matte, 0.5f, default), sum);
        foreach ((SampleFormat format, PixelLayout layout) in HostImage.AllKinds())
        {
            using HostImage destination = new HostImage(9, 8, format, layout, RowOrder.BottomUpPadded).Randomise(5);
            double kept = destination.Sample(8, 0, 0);
            LayerWriter.Write(sum, face, destination.View);
            Assert.Equal(kept, destination.Sample(8, 0, 0));
            for (int i = 0; i < sum.Length; i++)
            {
                int x = face.X1 + (i % face.Width), y = face.Y1 + (i / face.Width);
                float value = matte.Values[i] > 0 ? MathF.Min(1, matte.Values[i] * 0.5f) : 0;
                for (int channel = 0; x >= 0 && channel < destination.View.Channels; channel++)
                    Assert.Equal(value, destination.Sample(x, y, channel), 0.003);
            }
        }
    }

    [Fact]
    public void A_layer_is_written_as_it_is()
    {
        using ImageBuffer layer = TestBuffers.Random(5, 4, 1, low: -2, high: 90000);
        using HostImage destination = new HostImage(7, 6, SampleFormat.Float32, PixelLayout.Rgba, RowOrder.BottomUpPadded).Randomise(2);
        LayerWriter.Write(layer, new RectI(-1, 1, 4, 5), destination.View);
        for (int i = 0; i < layer.Length; i++)
        {
            if (i % 5 > 0)
                Assert.Equal(layer.Pixels[i], destination.Vector((i % 5) - 1, (i / 5) + 1));
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using HostImage source = new HostImage(40, 70, SampleFormat.Float16, PixelLayout.Rgba).Randomise(6);
        using ImageBuffer original = TestBuffers.Random(40, 70, 7), result = TestBuffers.Random(40, 70, 8), layer = new(40, 70);
        using Plane matte = TestBuffers.RandomPlane(40, 70, 9), sum = new(40, 70);
        RectI bounds = source.View.Bounds;
        Threads.AssertSameBits<Vector4>(() =>
        {
            layer.Pixels.Clear();
            sum.Values.Clear();
            LayerWriter.AddFace(source.View, bounds, new FaceResidual(bounds, original, result, matte, 1, default), premultiplied: false, layer, sum);
            return layer.Pixels;
        });
    }

    private static (ImageBuffer Layer, Plane Matte) Layer(FaceScene scene, bool premultiplied, RectI window, params ReadOnlySpan<FaceResidual> faces)
    {
        ImageBuffer layer = new(window.Width, window.Height);
        Plane matte = new(window.Width, window.Height);
        foreach (FaceResidual face in faces)
            LayerWriter.AddFace(scene.Source.View, window, face, premultiplied, layer, matte);
        return (layer, matte);
    }

    // Straight alpha says nothing, and is the plate's.
    private static void AssertRecomposes(FaceScene scene, ImageBuffer layer, Plane matte, HostImage composite, bool premultiplied)
    {
        for (int i = 0; i < layer.Length; i++)
        {
            int x = i % layer.Width, y = i / layer.Width;
            Vector4 recomposed = layer.Pixels[i] + (scene.Source.Vector(x, y) * (1 - matte.Values[i])), expected = composite.Vector(x, y);
            double tolerance = 1e-6 * Math.Max(1, Vector4.Abs(expected).Length());
            TestBuffers.AssertClose(premultiplied ? expected : expected with { W = recomposed.W }, recomposed, tolerance, $"({x}, {y})");
        }

        layer.Dispose();
        matte.Dispose();
    }

    private static void Check(Action<FaceScene, bool> check) => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        bool premultiplied = seed % 2 == 0;
        using var scene = new FaceScene(seed, SampleFormat.Float32, PixelLayout.Rgba, Spaces[seed / 2 % 2], premultiplied);
        check(scene, premultiplied);
        return true;
    }).QuickCheckThrowOnFailure();
}
