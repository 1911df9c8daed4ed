using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.PeppaWutz)]
public sealed class PeppaWutzFamilyTests
{
    private const int Size = 256, Plane = Size * Size;

    [Fact]
    public void Points_of_the_grid_come_back_to_the_frame_and_confidences_score_them()
    {
        float[] places = SparseProbe.Points(68, 3, 10, 50, 0.5f, -0.4f, third: 0.475f);
        long pixel = SparseProbe.Pixel(Size);
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .FirstRowSeen("input", "rows", [1, 68, 3], places, pixel + 2 * Plane, pixel + Plane, pixel).Constant("flat", [2], [1L, 204L])
            .Node("Reshape", ["rows", "flat"], "output").Output("output", 1, 204));
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        SparseLandmarks found = new PeppaWutzLandmarker(network.Session).Find(SmallNetwork.View(frame), SparseProbe.Level);

        // 67 confidences of 0.475 and the first point's, which is the blue of the frame; 0.95 is as high as they get.
        Assert.Equal((67 * 0.475f + 0.25f) / 68 / 0.95f, found.Score, 1e-4f);
        SparseProbe.Matches(found, Size, 256f / 195, i => 4 * new Vector2(places[3 * i], places[3 * i + 1]), pixelsPerUnit: 4);
    }
}
