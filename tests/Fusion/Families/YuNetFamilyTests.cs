using FaceFusion.Fusion.Detection;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.YuNet, ContractNames.YuNetProduct)]
public sealed class YuNetFamilyTests
{
    private const int Size = 640, Cell = 3 * 40 + 5;

    [Fact]
    public void Blue_green_red_of_0_to_255_decode_to_boxes_and_points()
    {
        using SmallNetwork network = new(Graph(objectness: 0.64f));
        using ImageBuffer frame = SmallNetwork.Solid(Size, Size, 0.25f, 0.5f, 0.75f);
        DetectedFace face = Assert.Single(new YuNetDetector(network.Session).Detect(SmallNetwork.View(frame)));

        // Class 1 and objectness 0.64; the second candidate, 0.7 of the box beside it, is the same face.
        Assert.Equal(0.8f, face.Score, 1e-5f);
        // To the box's first three numbers comes a hundredth of blue, green and red of 255; stride 16, cell 5 of row 3; twice
        // and four times the stride.
        float x = (5 + 0.75f * 2.55f) * 16, y = (3 + 0.5f * 2.55f) * 16, half = 16 * MathF.Exp(0.25f * 2.55f);
        AreSame(new RectF(x - half, y - 32, x + half, y + 32), face.Box);
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal((5 + 0.1f * k) * 16, face.Points[k].X, 1e-3f);
            Assert.Equal((3 + 0.2f * k) * 16, face.Points[k].Y, 1e-3f);
        }
    }

    [Theory]
    [InlineData(YuNetScore.Root, 1, 0.6f)]
    [InlineData(YuNetScore.Product, 0, 0)]
    public void The_score_is_the_root_or_the_product(YuNetScore convention, int count, float score)
    {
        using SmallNetwork network = new(Graph(objectness: 0.36f));
        using ImageBuffer frame = SmallNetwork.Solid(Size, Size, 0.25f, 0.5f, 0.75f);
        IReadOnlyList<DetectedFace> faces = new YuNetDetector(network.Session, 0.5f, convention).Detect(SmallNetwork.View(frame));
        Assert.Equal(count, faces.Count);
        Assert.All(faces, face => Assert.Equal(score, face.Score, 1e-5f));
        Assert.Equal(0.36f, Assert.Single(new YuNetDetector(network.Session, 0.3f, YuNetScore.Product).Detect(SmallNetwork.View(frame))).Score, 1e-5f);
    }

    private static void AreSame(RectF expected, RectF actual)
    {
        Assert.Equal(expected.X1, actual.X1, 0.05f);
        Assert.Equal(expected.Y1, actual.Y1, 0.05f);
        Assert.Equal(expected.X2, actual.X2, 0.05f);
        Assert.Equal(expected.Y2, actual.Y2, 0.05f);
    }

    private static OnnxGraph Graph(float objectness)
    {
        OnnxGraph graph = new OnnxGraph().Input("input", 1, 3, Size, Size)
            .Constant("percent", [1], 0.01f).Node("Mul", ["input", "percent"], "small").MeanOfPlanes("small");
        foreach (int stride in (ReadOnlySpan<int>)[8, 16, 32])
        {
            int count = Size / stride * (Size / stride);
            bool used = stride == 16;
            float[] Values(int width, params (int, float[])[] rows) => SmallNetwork.Rows(count, width, used ? rows : []);
            graph.Rows($"cls_{stride}", [1, count, 1], Values(1, (Cell, [1]), (Cell + 1, [1]), (Cell + 7, [0.2f])))
                .Rows($"obj_{stride}", [1, count, 1], Values(1, (Cell, [objectness]), (Cell + 1, [objectness * 0.98f]), (Cell + 7, [0.2f])))
                .Rows($"kps_{stride}", [1, count, 10], Values(10, (Cell, [0, 0, 0.1f, 0.2f, 0.2f, 0.4f, 0.3f, 0.6f, 0.4f, 0.8f])));
            float[] boxes = Values(4, (Cell, [0, 0, MathF.Log(2), MathF.Log(4)]), (Cell + 1, [0.5f, 1.275f, MathF.Log(2), MathF.Log(4)]));
            _ = used ? graph.RowsWithMean("bbox_16", [1, count, 4], boxes, Cell) : graph.Rows($"bbox_{stride}", [1, count, 4], boxes);
        }

        foreach (string kind in (ReadOnlySpan<string>)["cls", "obj", "bbox", "kps"])
        {
            foreach (int stride in (ReadOnlySpan<int>)[8, 16, 32])
                graph.Output($"{kind}_{stride}", 1, Size / stride * (Size / stride), kind switch { "bbox" => 4, "kps" => 10, _ => 1 });
        }

        return graph;
    }
}
