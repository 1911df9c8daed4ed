using FaceFusion.Fusion.Detection;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.Scrfd)]
public sealed class ScrfdFamilyTests
{
    private const int Size = 640, Anchor = 2 * (4 * 80 + 6) + 1;

    [Fact]
    public void Blue_green_red_about_zero_decode_to_distances_from_the_cells_corner()
    {
        using SmallNetwork network = new(Graph());
        using ImageBuffer frame = SmallNetwork.Solid(Size, Size, 0.25f, 0.5f, 0.75f);
        DetectedFace face = Assert.Single(new ScrfdDetector(network.Session).Detect(SmallNetwork.View(frame)));
        Assert.Equal(0.5f, face.Score, 1e-6f);

        // To the distances 3, 4 and 5 left, up and right come (x − 127.5) / 128 of blue, green and red.
        Assert.Equal((6 - (3 + 63.75f / 128)) * 8, face.Box.X1, 1e-3f);
        Assert.Equal((4 - 4f) * 8, face.Box.Y1, 1e-3f);
        Assert.Equal((6 + (5 - 63.75f / 128)) * 8, face.Box.X2, 1e-3f);
        Assert.Equal((4 + 6) * 8, face.Box.Y2, 1e-3f);
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal((6 + 0.5f * k) * 8, face.Points[k].X, 1e-3f);
            Assert.Equal((4 - 0.25f * k) * 8, face.Points[k].Y, 1e-3f);
        }
    }

    private static OnnxGraph Graph()
    {
        OnnxGraph graph = new OnnxGraph().Input("input", 1, 3, null, null).MeanOfPlanes("input");
        int[] strides = [8, 16, 32];
        foreach (int stride in strides)
        {
            int count = 2 * (Size / stride) * (Size / stride);
            bool used = stride == 8;
            float[] Values(int width, params (int, float[])[] rows) => SmallNetwork.Rows(count, width, used ? rows : []);

            // One at the threshold, one that is the same face, one below the threshold.
            graph.Rows($"score_{stride}", [count, 1], Values(1, (Anchor, [0.5f]), (Anchor - 1, [0.5f - 1e-6f]), (Anchor + 40, [0.49f])))
                .Rows($"kps_{stride}", [count, 10], Values(10, (Anchor, [0, 0, 0.5f, -0.25f, 1, -0.5f, 1.5f, -0.75f, 2, -1])));
            float[] boxes = Values(4, (Anchor, [3, 4, 5, 6]), (Anchor + 40, [3, 4, 5, 6]));
            _ = used ? graph.RowsWithMean("box_8", [count, 4], boxes, Anchor) : graph.Rows($"box_{stride}", [count, 4], boxes);
        }

        foreach ((string kind, int width) in (ReadOnlySpan<(string, int)>)[("score", 1), ("box", 4), ("kps", 10)])
        {
            foreach (int stride in strides)
                graph.Output($"{kind}_{stride}", null, width);
        }

        return graph;
    }
}
