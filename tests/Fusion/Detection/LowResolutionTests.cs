using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Detection;

/// <summary>Small pictures: judged more kindly, and enlarged.</summary>
public sealed class LowResolutionTests
{
    private const int Size = 640, Stride = 16, Cell = 3 * (Size / Stride) + 5;

    // What the small network sees of a white picture: four times the share of its input that the picture covers.
    private const float Seen = 4;

    [Theory]
    [InlineData(10, 0.3)]
    [InlineData(48, 0.3)]
    [InlineData(68, 0.35)]
    [InlineData(88, 0.4)]
    [InlineData(128, 0.5)]
    [InlineData(4000, 0.5)]
    public void The_threshold_falls_with_the_size(double shortSide, double threshold) =>
        Assert.Equal((float)threshold, LowResolution.Threshold(0.5f, shortSide), 1e-6f);

    [Theory]
    [InlineData(40, 40, 0.125)]
    [InlineData(63, 63, 63 / 320.0)]
    [InlineData(63, 96, 96 / 320.0)]
    [InlineData(64, 64, 0.2)]
    [InlineData(100, 100, 100 / 320.0)]
    [InlineData(200, 200, 1)]
    public void Pictures_below_64_pixels_are_enlarged_at_once_and_those_up_to_128_when_nothing_was_found(int width, int height, double scale)
    {
        using SmallNetwork network = new(Graph());
        using ImageBuffer frame = SmallNetwork.Solid(width, height, 1, 1, 1);
        DetectedFace face = Assert.Single(new YuNetDetector(network.Session).Detect(SmallNetwork.View(frame)));
        Assert.Equal(2 * Stride * scale, face.Box.Width, 1e-3);
        Assert.Equal(5 * Stride * scale, face.Box.Centre.X, 1e-3);
    }

    [Fact]
    public void Pictures_from_128_pixels_on_are_not_enlarged()
    {
        using SmallNetwork network = new(Graph());
        using ImageBuffer frame = SmallNetwork.Solid(130, 130, 1, 1, 1);
        Assert.Empty(new YuNetDetector(network.Session).Detect(SmallNetwork.View(frame)));
    }

    [SkippableTheory]
    [InlineData(48, false)]
    [InlineData(72, false)]
    [InlineData(110, false)]
    [InlineData(48, true)]
    [InlineData(72, true)]
    [InlineData(110, true)]
    public void A_portrait_of_a_few_pixels_shows_one_face_in_its_place(int side, bool isStarter)
    {
        using TemporaryFolder folder = new();
        FaceEngine engine = new(isStarter ? Material.LibraryWithStarter(FaceNetwork.Detector, folder) : Material.Library());
        foreach (string person in (string[])["126", "141", "173", "131"])
        {
            using Still picture = Material.Open(Material.London(person));
            using ImageBuffer small = ImageBuffer.Uninitialized(side, side);
            double scale = (double)picture.Width / side;
            AreaSampler.Sample(picture.View, Affine2D.Scaling(scale, scale), NetworkSpace.Working, false, small);
            RectF found = Assert.Single(engine.Detect(new FrameView(small.AsView(), NetworkSpace.Working, Premultiplied: false))).Box;
            RectF full = Assert.Single(engine.Detect(picture.Frame)).Box;
            Assert.Equal(full.Centre.X / scale, found.Centre.X, 0.15 * full.Width / scale);
            Assert.Equal(full.Centre.Y / scale, found.Centre.Y, 0.15 * full.Height / scale);
            Assert.InRange(found.Height * scale / full.Height, 0.75, 1.33);
        }
    }

    [SkippableTheory]
    [InlineData(48)]
    [InlineData(100)]
    public void Goods_of_a_few_pixels_are_no_face(int side)
    {
        using Still picture = Material.Open(SharedMaterial.Require("backgrounds/marcusklasson+GroceryStoreDataset/059.jpg"));
        using ImageBuffer small = ImageBuffer.Uninitialized(side, side);
        AreaSampler.Sample(picture.View, Affine2D.Scaling((double)picture.Width / side, (double)picture.Height / side), NetworkSpace.Working, false, small);
        Assert.Empty(Material.Engine().FindFaces(new FrameView(small.AsView(), NetworkSpace.Working, Premultiplied: false)));
    }

    // A YuNet that sees one face in one cell, as surely as its input is covered.
    private static OnnxGraph Graph()
    {
        OnnxGraph graph = new OnnxGraph().Input("input", 1, 3, Size, Size)
            .Constant("seen", [1], Seen / 255).Node("Mul", ["input", "seen"], "scaled").MeanOfPlanes("scaled")
            .Constant("blue", [3, 1], 1f, 0f, 0f).Node("MatMul", ["mean", "blue"], "cover");
        foreach (int stride in (ReadOnlySpan<int>)[8, 16, 32])
        {
            int count = Size / stride * (Size / stride);
            float[] Values(int width, params float[] row) => SmallNetwork.Rows(count, width, stride == Stride ? [(Cell, row)] : []);
            graph.Rows($"cls_{stride}", [1, count, 1], Values(1, 1)).Rows($"bbox_{stride}", [1, count, 4], Values(4, 0, 0, MathF.Log(2), MathF.Log(2)))
                .Rows($"kps_{stride}", [1, count, 10], Values(10, new float[10]))
                .Constant($"where_{stride}", [1, count, 1], Values(1, 1)).Node("Mul", [$"where_{stride}", "cover"], $"obj_{stride}");
        }

        foreach (string kind in (ReadOnlySpan<string>)["cls", "obj", "bbox", "kps"])
        {
            foreach (int stride in (ReadOnlySpan<int>)[8, 16, 32])
                graph.Output($"{kind}_{stride}", 1, Size / stride * (Size / stride), kind switch { "bbox" => 4, "kps" => 10, _ => 1 });
        }

        return graph;
    }
}
