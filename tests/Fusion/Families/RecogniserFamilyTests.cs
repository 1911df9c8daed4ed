using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.ArcFace, ContractNames.MobileFaceNet)]
public sealed class RecogniserFamilyTests
{
    private const int Size = 112, Plane = Size * Size, Pixel = 30 * Size + 80;

    // Of 255: less the mean, over the deviation.
    [Theory]
    [InlineData(512, 127.5f, 127.5f)]
    [InlineData(128, 127.5f, 128f)]
    public void Red_green_blue_of_the_aligned_crop_make_a_unit_vector(int length, float mean, float deviation)
    {
        float[] rest = new float[length - 3];
        rest[0] = 2;
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .Picked("input", "seen", Pixel, Pixel + Plane, Pixel + 2 * Plane).Constant("rest", [length - 3], rest)
            .Node("Concat", ["seen", "rest"], "all", ("axis", 0)).Constant("shape", [2], [1L, length])
            .Node("Reshape", ["all", "shape"], "output").Output("output", 1, length));

        // The template's points in a crop of twice its size at (60, 20).
        Vector2[] points = [.. AlignmentTemplate.Arcface112V2.Points.ToArray().Select(point => 2 * Size * point + new Vector2(60, 20))];
        using ImageBuffer frame = SmallNetwork.Places(400, 300);
        IFaceRecogniser recogniser = length == 512 ? new ArcFaceRecogniser(network.Session) : new MobileFaceNetRecogniser(network.Session);
        FaceEmbedding embedding = recogniser.Embed(SmallNetwork.View(frame), points);
        float[] expected = [(60 + 2 * 80.5f) / 400, (20 + 2 * 30.5f) / 300, 0.25f];
        float unit = embedding.Values[3] / 2;
        for (int i = 0; i < 3; i++)
            Assert.Equal((255 * expected[i] - mean) / deviation, embedding.Values[i] / unit, 1e-3f);
        Assert.Equal(1, embedding.Cosine(embedding), 1e-6);
        Assert.Equal(length, embedding.Values.Length);
    }
}
