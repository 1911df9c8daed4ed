using FaceFusion.Fusion.Detection;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.YoloFace)]
public sealed class YoloFaceFamilyTests
{
    private const int Size = 640, Count = 8400, First = 100;

    [Fact]
    public void Blue_green_red_of_0_to_1_decode_to_centres_in_pixels()
    {
        using SmallNetwork network = new(Graph());
        using ImageBuffer frame = SmallNetwork.Solid(Size, Size, 0.25f, 0.5f, 0.75f);
        IReadOnlyList<DetectedFace> faces = new YoloFaceDetector(network.Session).Detect(SmallNetwork.View(frame));
        Assert.Equal([0.9f, 0.6f], faces.Select(face => face.Score));

        // To the centre's x, its y and the width come blue, green and red.
        DetectedFace face = faces[0];
        Assert.Equal(200.75f - 30.125f, face.Box.X1, 1e-3f);
        Assert.Equal(300.5f - 40, face.Box.Y1, 1e-3f);
        Assert.Equal(200.75f + 30.125f, face.Box.X2, 1e-3f);
        Assert.Equal(300.5f + 40, face.Box.Y2, 1e-3f);
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal(190 + k, face.Points[k].X, 1e-3f);
            Assert.Equal(290 + 2 * k, face.Points[k].Y, 1e-3f);
        }
    }

    private static OnnxGraph Graph()
    {
        float[] values = new float[20 * Count];
        Set(First, 200, 300, 60, 80, 0.9f);
        Set(First + 1, 205, 300, 60, 80, 0.8f);
        Set(First + 2, 500, 100, 60, 80, 0.6f);

        // A face must exceed the threshold.
        Set(First + 3, 100, 500, 60, 80, 0.5f);
        float[] where = new float[Count], spread = new float[20 * 3];
        where[First] = 1;
        for (int i = 0; i < 3; i++)
            spread[3 * i + i] = 1;
        return new OnnxGraph().Input("images", 1, 3, Size, Size).MeanOfPlanes("images")
            .Constant("shape", [2], [3L, 1L])
            .Constant("spread", [20, 3], spread).Constant("where", [1, Count], where).Constant("values", [1, 20, Count], values)
            .Node("Reshape", ["mean", "shape"], "upright").Node("MatMul", ["spread", "upright"], "numbers")
            .Node("MatMul", ["numbers", "where"], "added").Node("Add", ["values", "added"], "output0")
            .Output("output0", 1, 20, Count);

        void Set(int at, float x, float y, float width, float height, float score)
        {
            float[] row = [x, y, width, height, score, .. Enumerable.Range(0, 5).SelectMany(k => new[] { 190f + k, 290 + 2 * k, 1 })];
            for (int i = 0; i < row.Length; i++)
                values[i * Count + at] = row[i];
        }
    }
}
