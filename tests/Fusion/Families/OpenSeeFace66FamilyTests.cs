using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.OpenSeeFace66)]
public sealed class OpenSeeFace66FamilyTests
{
    private const int Size = 224, Plane = Size * Size, Grid = 28, Cells = Grid * Grid, Count = 66;

    [Fact]
    public void Peaks_of_heat_maps_are_moved_by_the_logits_of_their_offsets()
    {
        float[] maps = new float[3 * Count * Cells], red = new float[maps.Length], green = new float[maps.Length];
        for (int i = 0; i < Count; i++)
        {
            maps[i * Cells + Peak(i)] = 0.8f;
            maps[i * Cells + Peak(i) + 1] = 0.5f;
            maps[(Count + i) * Cells + Peak(i)] = i == 0 ? 0 : Sigmoid(16 * Down(i));
            maps[(2 * Count + i) * Cells + Peak(i)] = i == 0 ? 0 : Sigmoid(16 * Right(i));
        }

        // The first point's offsets are what the network was shown, without ImageNet's mean and deviation.
        red[2 * Count * Cells + Peak(0)] = 0.229f;
        green[Count * Cells + Peak(0)] = 0.224f;
        maps[2 * Count * Cells + Peak(0)] = 0.485f;
        maps[Count * Cells + Peak(0)] = 0.456f;
        long pixel = SparseProbe.Pixel(Size);
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .Picked("input", "seenRed", pixel).Picked("input", "seenGreen", pixel + Plane)
            .Constant("maps", [1, 3 * Count, Grid, Grid], maps).Constant("red", [1, 3 * Count, Grid, Grid], red).Constant("green", [1, 3 * Count, Grid, Grid], green)
            .Node("Mul", ["red", "seenRed"], "byRed").Node("Mul", ["green", "seenGreen"], "byGreen")
            .Node("Add", ["maps", "byRed"], "first").Node("Add", ["first", "byGreen"], "output")
            .Output("output", 1, 3 * Count, Grid, Grid));
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        SparseLandmarks found = new OpenSeeFace66Landmarker(network.Session).Find(SmallNetwork.View(frame), SparseProbe.Level);
        Assert.Equal(0.8f, found.Score, 1e-5f);
        for (int i = 1; i < Count; i++)
            SparseProbe.Near(InFrame(i, new Vector2(Right(i), Down(i))), found.Points[i]);
        Vector2 seen = SparseProbe.Seen(Size, 1.25f);
        SparseProbe.Near(InFrame(0, new Vector2(Logit(seen.X), Logit(seen.Y)) / 16), found.Points[0]);
    }

    private static int Peak(int i) => 5 * Grid + 3 + 9 * i;

    private static float Right(int i) => 0.001f * i;

    private static float Down(int i) => 0.01f - 0.0005f * i;

    private static Vector2 InFrame(int i, Vector2 offset)
    {
        Vector2 cell = new(Peak(i) % Grid, Peak(i) / Grid);
        return SparseProbe.ToFrame((cell / (Grid - 1) + offset) * (Size - 1) + new Vector2(0.5f), Size, 1.25f);
    }

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));

    private static float Logit(float share) => MathF.Log(share / (1 - share));
}
