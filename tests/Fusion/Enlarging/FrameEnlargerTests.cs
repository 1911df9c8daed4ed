using System.Numerics;
using FaceFusion.Fusion.Enlarging;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Enlarging;

/// <summary>
/// Frames enlarged tile by tile by a small network: a box of 5 pixels over each colour, then each pixel twice along either
/// side, red halved. What lies beyond a tile is black to it, so that a tile's sides show unless they are left out.
/// </summary>
[Family(ContractNames.FrameEnlarger)]
public sealed class FrameEnlargerTests
{
    private const int Tile = 48, Scale = 2, Reach = 2;
    private static readonly Vector3 Share = new(0.5f, 1, 1);

    [Theory]
    [InlineData(Tile, 150, 131)]
    [InlineData(null, 300, 60)]
    [InlineData(Tile, 7, 90)]
    [InlineData(Tile, 39, 40)]
    public void No_tile_shows_in_a_constant_picture(int? tile, int width, int height)
    {
        using SmallNetwork network = new(Graph(tile));
        using ImageBuffer frame = SmallNetwork.Solid(width, height, 0.8f, 0.5f, 0.25f), enlarged = Enlarge(network, frame, 1);
        Assert.All(enlarged.Pixels.ToArray(), pixel => Assert.True((pixel - new Vector4(0.4f, 0.5f, 0.25f, 1)).Length() < 1e-5f, pixel.ToString()));
    }

    [Fact]
    public void Every_pixel_is_what_the_network_makes_of_the_whole_frame()
    {
        using SmallNetwork network = new(Graph(Tile));
        using ImageBuffer frame = Pattern(130, 101), enlarged = Enlarge(network, frame, 1);
        for (int y = 0; y < enlarged.Height; y++)
        {
            for (int x = 0; x < enlarged.Width; x++)
            {
                Vector3 expected = Share * Box(frame, x / Scale, y / Scale), actual = enlarged.Row(y)[x].AsVector3();
                Assert.True((actual - expected).Length() < 1e-5f, $"{actual} is not {expected} at {x}, {y}");
            }
        }
    }

    [Fact]
    public void A_share_mixes_with_the_frame_and_alpha_is_the_frames()
    {
        using SmallNetwork network = new(Graph(Tile));
        using ImageBuffer frame = SmallNetwork.Solid(60, 50, 0.8f, 0.5f, 0.25f);
        foreach (ref Vector4 pixel in frame.Pixels)
            pixel.W = 0.5f;
        using ImageBuffer enlarged = Enlarge(network, frame, 0.25f);
        Assert.All(enlarged.Pixels.ToArray(), pixel => Assert.True((pixel - new Vector4(0.7f, 0.5f, 0.25f, 0.5f)).Length() < 1e-5f, pixel.ToString()));
    }

    [Fact]
    public void Light_goes_through_the_working_space_and_comes_back()
    {
        using SmallNetwork network = new(Graph(Tile));
        using ImageBuffer frame = SmallNetwork.Solid(60, 50, 0, 0.18f, 6), enlarged = new(120, 100);
        FrameEnlarger enlarger = new(network.Session);
        enlarger.Enlarge(new FrameView(frame.AsView(), new NetworkSpace(TransferCurve.SceneLinear, HighlightRollOff: true), Premultiplied: true), 1, enlarged.AsView());
        Assert.All(enlarged.Pixels.ToArray(), pixel => Assert.True((pixel - new Vector4(0, 0.18f, 6, 1)).Length() < 6e-3f, pixel.ToString()));
    }

    [Fact]
    public void What_is_no_number_in_a_frame_stays_near_itself()
    {
        using SmallNetwork network = new(Graph(Tile));
        using ImageBuffer frame = SmallNetwork.Solid(120, 100, 0.8f, 0.5f, 0.25f);
        frame.Row(50)[60] = new Vector4(float.NaN);
        using ImageBuffer enlarged = Enlarge(network, frame, 1);
        Assert.All(enlarged.Pixels.ToArray(), pixel => Assert.True(float.IsFinite(pixel.X)));
        for (int y = 0; y < enlarged.Height; y++)
        {
            for (int x = 0; x < enlarged.Width; x++)
            {
                if (Math.Max(Math.Abs(x / Scale - 60), Math.Abs(y / Scale - 50)) > Reach + 2)
                    Assert.Equal(0.5f, enlarged.Row(y)[x].Y, 1e-5f);
            }
        }
    }

    [Fact]
    public void Networks_that_enlarge_no_frames_or_give_no_numbers_are_told_of()
    {
        using SmallNetwork same = new(new OnnxGraph().Input("input", 1, 3, Tile, Tile).Output("output", 1, 3, Tile, Tile).Node("Identity", ["input"], "output"));
        Assert.StartsWith("The model 'small.onnx' is not an enlarger of frames", Assert.Throws<ModelException>(() => new FrameEnlarger(same.Session)).Message, StringComparison.Ordinal);

        using SmallNetwork uneven = new(new OnnxGraph().Input("input", 1, 3, Tile, Tile).Rows("output", [1, 3, 70, 70], new float[3 * 70 * 70]).Output("output", 1, 3, 70, 70));
        Assert.Contains("no enlargement by a whole number", Assert.Throws<ModelException>(() => new FrameEnlarger(uneven.Session)).Message, StringComparison.Ordinal);

        float[] spoilt = new float[3 * 96 * 96];
        spoilt[5000] = float.NaN;
        using SmallNetwork broken = new(new OnnxGraph().Input("input", 1, 3, Tile, Tile).Rows("output", [1, 3, 96, 96], spoilt).Output("output", 1, 3, 96, 96));
        using ImageBuffer frame = SmallNetwork.Solid(10, 10, 0, 0, 0);
        Assert.Contains("no finite numbers", Assert.Throws<ModelException>(() => Enlarge(broken, frame, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_are_found_by_name_and_by_path()
    {
        using TemporaryFolder folder = new();
        ModelLibrary models = new([folder.Path], ModelManifest.BuiltIn);
        Assert.Contains("real-esrgan-x2", EnlargerLoader.Names(models));
        Assert.Contains("real_esrgan_x2.onnx", Assert.Throws<ModelException>(() => EnlargerLoader.Load(models, "real-esrgan-x2")).Message, StringComparison.Ordinal);
        Assert.Contains("span-kendata-x4", Assert.Throws<ModelException>(() => EnlargerLoader.Load(models, "nothing")).Message, StringComparison.Ordinal);
        string path = folder.Write("real_esrgan_x2.onnx", Graph(Tile).ToArray());
        Assert.Equal(Scale, EnlargerLoader.Load(models, "real-esrgan-x2").Scale);
        Assert.Equal(Scale, EnlargerLoader.Load(models, path).Scale);
    }

    private static ImageBuffer Enlarge(SmallNetwork network, ImageBuffer frame, float share)
    {
        FrameEnlarger enlarger = new(network.Session);
        Assert.Equal(Scale, enlarger.Scale);
        ImageBuffer enlarged = new(Scale * frame.Width, Scale * frame.Height);
        enlarger.Enlarge(SmallNetwork.View(frame), share, enlarged.AsView());
        return enlarged;
    }

    private static ImageBuffer Pattern(int width, int height)
    {
        ImageBuffer frame = new(width, height);
        for (int i = 0; i < frame.Length; i++)
        {
            int x = i % width, y = i / width;
            frame.Pixels[i] = new Vector4(0.5f + (0.4f * MathF.Sin(0.9f * x + y)), (float)x / width, 0.5f + (0.3f * MathF.Sin(1.7f * y)), 1);
        }

        return frame;
    }

    // Beyond the frame its sides go on.
    private static Vector3 Box(ImageBuffer frame, int x, int y)
    {
        Vector3 sum = default;
        for (int j = -Reach; j <= Reach; j++)
        {
            for (int i = -Reach; i <= Reach; i++)
                sum += frame.Row(Math.Clamp(y + j, 0, frame.Height - 1))[Math.Clamp(x + i, 0, frame.Width - 1)].AsVector3();
        }

        return sum / 25;
    }

    private static OnnxGraph Graph(int? tile)
    {
        float[] box = new float[3 * 3 * 25], twice = new float[3 * 4];
        for (int channel = 0; channel < 3; channel++)
            box.AsSpan(((channel * 3) + channel) * 25, 25).Fill(Share[channel] / 25);
        twice.AsSpan().Fill(1);
        return new OnnxGraph()
            .Input("input", 1, 3, tile, tile).Constant("box", [3, 3, 5, 5], box).Constant("twice", [3, 1, 2, 2], twice)
            .Node("Conv", ["input", "box"], "blurred", ("pads", new long[] { Reach, Reach, Reach, Reach }))
            .Node("ConvTranspose", ["blurred", "twice"], "output", ("strides", new long[] { Scale, Scale }), ("group", 3))
            .Output("output", 1, 3, Scale * tile, Scale * tile);
    }
}
