using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.Fan68)]
public sealed class Fan68FamilyTests
{
    private const int Size = 256, Plane = Size * Size;

    [Fact]
    public void Points_of_the_grid_come_back_to_the_frame_and_heat_maps_score_them()
    {
        float[] maps = new float[68 * 64 * 64], places = SparseProbe.Points(68, 3, 10, 50, 0.5f, -0.4f);
        for (int i = 0; i < 68; i++)
            maps[i * 64 * 64 + 17 * i] = i % 2 == 0 ? 0.9f : 0.45f;
        long pixel = SparseProbe.Pixel(Size);
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .FirstRowSeen("input", "landmarks", [1, 68, 3], places, pixel + 2 * Plane, pixel + Plane, pixel)
            .Rows("heatmaps", [1, 68, 64, 64], maps)
            .Output("landmarks", 1, 68, 3).Output("heatmaps", 1, 68, 64, 64));
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        SparseLandmarks found = new Fan68Landmarker(network.Session).Find(SmallNetwork.View(frame), SparseProbe.Level);

        // Half of the peaks are 0.9, which is as high as they get, half 0.45.
        Assert.Equal(0.75f, found.Score, 1e-5f);
        SparseProbe.Matches(found, Size, 256f / 195, i => 4 * new Vector2(places[3 * i], places[3 * i + 1]), pixelsPerUnit: 4);
    }
}
