using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.Pfld98)]
public sealed class Pfld98FamilyTests
{
    private const int Size = 112, Plane = Size * Size;

    [Fact]
    public void Fractions_of_the_crop_come_back_to_the_frame()
    {
        float[] places = SparseProbe.Points(98, 2, 0.1f, 0.9f, 0.008f, -0.007f);
        long pixel = SparseProbe.Pixel(Size);
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .FirstRowSeen("input", "rows", [1, 98, 2], places, pixel + 2 * Plane, pixel + Plane).Constant("flat", [2], [1L, 196L])
            .Node("Reshape", ["rows", "flat"], "output").Output("output", 1, 196));
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        SparseLandmarks found = new Pfld98Landmarker(network.Session).Find(SmallNetwork.View(frame), SparseProbe.Level);
        Assert.Equal(SparseProbe.Level.Score, found.Score);
        SparseProbe.Matches(found, Size, 1.2f, i => Size * new Vector2(places[2 * i], places[2 * i + 1]), pixelsPerUnit: Size);
    }
}
