using FaceFusion.Fusion.Detection;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.MediaPipeDetector)]
public sealed class MediaPipeDetectorFamilyTests
{
    // Short range: cell 4 of row 6 of stride 16, its fourth anchor; full range: cell 5 of row 7 of stride 4.
    [Theory]
    [InlineData(128, 896, 512 + 6 * (6 * 8 + 4) + 3, 72, 104)]
    [InlineData(192, 2304, 7 * 48 + 5, 22, 30)]
    public void Red_green_blue_about_zero_decode_from_the_middle_of_cells(int size, int count, int anchor, float x, float y)
    {
        float[] logits = new float[count];
        Array.Fill(logits, -200);
        logits[anchor] = MathF.Log(3);
        logits[anchor + 1] = 1;
        OnnxGraph graph = new OnnxGraph().Input("input", 1, 3, size, size).MeanOfPlanes("input")
            .RowsWithMean("regressors", [1, count, 16], SmallNetwork.Rows(count, 16, (anchor, [0, 0, 20, 24, -6, -4, 6, -4, 0, 1, 1, 5, -10, 0, 10, 0]), (anchor + 1, [0, 0, 20, 24])), anchor)
            .Rows("classificators", [1, count, 1], logits)
            .Output("regressors", 1, count, 16).Output("classificators", 1, count, 1);
        using SmallNetwork network = new(graph);
        using ImageBuffer frame = SmallNetwork.Solid(size, size, 0.25f, 0.5f, 1);
        DetectedFace face = Assert.Single(new MediaPipeDetector(network.Session).Detect(SmallNetwork.View(frame)));
        Assert.Equal(0.75f, face.Score, 1e-5f);

        // To x, y and the width come 2 v − 1 of red, green and blue: −0.5, 0 and 1.
        Assert.Equal(x - 0.5f - 10.5f, face.Box.X1, 1e-3f);
        Assert.Equal(x - 0.5f + 10.5f, face.Box.X2, 1e-3f);
        Assert.Equal(y - 12, face.Box.Y1, 1e-3f);
        Assert.Equal(y + 12, face.Box.Y2, 1e-3f);

        // The mouth's middle is at (1, 5); its corners are 0.414 of the eyes' distance of 12 to both sides.
        (float, float)[] expected = [(-6, -4), (6, -4), (0, 1), (1 - 4.968f, 5), (1 + 4.968f, 5)];
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.Equal(x + expected[k].Item1, face.Points[k].X, 1e-3f);
            Assert.Equal(y + expected[k].Item2, face.Points[k].Y, 1e-3f);
        }
    }
}
