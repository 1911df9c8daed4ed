using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Fusion.Tests.Swappers;
using FaceFusion.Inference;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Networks;

/// <summary>Networks that are not what they should be are told of in one sentence; nothing of what they give is used.</summary>
public sealed class BadNetworkTests
{
    public static TheoryData<string> Families => ["yunet", "scrfd", "yolo", "mediapipe", "2dfan4", "xseg"];

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_no_finite_number_is_told_of(float value)
    {
        float[] rows = new float[20 * 8400];
        rows[5000] = value;
        using SmallNetwork network = new(new OnnxGraph().Input("images", 1, 3, 640, 640).Rows("output0", [1, 20, 8400], rows).Output("output0", 1, 20, 8400));
        using ImageBuffer frame = SmallNetwork.Solid(640, 640, 0.5f, 0.5f, 0.5f);
        ModelException failure = Assert.Throws<ModelException>(() => new YoloFaceDetector(network.Session).Detect(SmallNetwork.View(frame)));
        Assert.Equal("The model 'small.onnx' gave values as 'output0' that are no finite numbers; use another file of that network, fp32 rather than fp16.", failure.Message);
    }

    // The networks that the engine runs of itself: a face must not vanish without a word because one of them is broken.
    [Theory]
    [InlineData("points", "gave values as 'points' that are no finite numbers")]
    [InlineData("presence", "gave values as 'presence' that are no finite numbers")]
    [InlineData("embedding", "gave values as 'embedding' that are no finite numbers")]
    [InlineData("zeros", "gave nothing but zeros as 'embedding'")]
    [InlineData("maps", "gave values as 'maps' that are no finite numbers")]
    public void An_answer_of_no_use_is_told_of(string kind, string reason)
    {
        using SwapperRig rig = new();
        using SmallNetwork network = new(Broken(kind));
        ModelException failure = Assert.Throws<ModelException>(() => Ask(kind, network.Session, rig));
        Assert.StartsWith($"The model 'small.onnx' {reason}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("; use another file of that network", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_network_of_another_family_is_told_of(string family)
    {
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 77).Output("output", 1, 77).Node("Identity", ["input"], "output"));
        ModelException failure = Assert.Throws<ModelException>(() => Open(family, network.Session));
        Assert.StartsWith("The model 'small.onnx' is not a", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("but takes 'input' 1x77 and gives 'output' 1x77; use a file of that family.", failure.Message, StringComparison.Ordinal);
    }

    private static object Ask(string kind, InferenceSession session, SwapperRig rig) => kind switch
    {
        "points" or "presence" => new FaceMeshLandmarker(session).Locate(rig.Frame, rig.Face.Detection),
        "maps" => new SkinHairSegmenter(session).Segment(rig.Frame, rig.Face.Mesh),
        _ => new MobileFaceNetRecogniser(session).Embed(rig.Frame, rig.Face.Mesh.FivePoints()),
    };

    private static OnnxGraph Broken(string kind) => kind switch
    {
        "points" or "presence" => new OnnxGraph().Input("input", 1, 3, 256, 256)
            .Rows("points", [1, 1434], Values(1434, kind == "points" ? float.NaN : 1)).Output("points", 1, 1434)
            .Rows("presence", [1, 1], [kind == "presence" ? float.NaN : 20]).Output("presence", 1, 1),
        "maps" => new OnnxGraph().Input("input", 1, 3, 512, 512).Rows("maps", [1, 3, 512, 512], Values(3 * 512 * 512, float.NaN)).Output("maps", 1, 3, 512, 512),
        _ => new OnnxGraph().Input("input", 1, 3, 112, 112).Rows("embedding", [1, 128], Values(128, kind == "zeros" ? 0 : float.NaN)).Output("embedding", 1, 128),
    };

    // Harmless but for the first.
    private static float[] Values(int count, float first) => [first, .. Enumerable.Repeat(float.IsNaN(first) ? 1 : first, count - 1)];

    private static object Open(string family, InferenceSession session) => family switch
    {
        "yunet" => new YuNetDetector(session),
        "scrfd" => new ScrfdDetector(session),
        "yolo" => new YoloFaceDetector(session),
        "mediapipe" => new MediaPipeDetector(session),
        "2dfan4" => new Fan68Landmarker(session),
        _ => new XSegSegmenter(session),
    };
}
