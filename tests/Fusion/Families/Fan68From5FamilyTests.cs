using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.Fan68From5)]
public sealed class Fan68From5FamilyTests
{
    [Fact]
    public void Five_points_go_in_as_fractions_of_the_template_s_crop_and_68_come_back_the_same_way()
    {
        // The template's own points in a crop of 200 at (100, 50): the fractions are the template's.
        Vector2[] five = [.. AlignmentTemplate.Ffhq512.Points.ToArray().Select(point => 200 * point + new Vector2(100, 50))];
        float[] pick = new float[68 * 5];
        for (int i = 0; i < 68; i++)
            pick[5 * i + i % 5] = 1 + 0.01f * i;
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 5, 2)
            .Constant("pick", [68, 5], pick).Node("MatMul", ["pick", "input"], "output").Output("output", 1, 68, 2));
        using ImageBuffer frame = SmallNetwork.Places(400, 300);
        DetectedFace face = new(new RectF(150, 100, 250, 200), 0.6f, five);
        SparseLandmarks found = new Fan68From5Landmarker(network.Session).Find(SmallNetwork.View(frame), face);
        Assert.Equal(0.6f, found.Score);
        for (int i = 0; i < 68; i++)
            SparseProbe.Near(new Vector2(100, 50) + 200 * (1 + 0.01f * i) * AlignmentTemplate.Ffhq512.Points[i % 5], found.Points[i]);
    }
}
