using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Tests.Families;
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

    [Theory]
    [MemberData(nameof(Families))]
    public void A_network_of_another_family_is_told_of(string family)
    {
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 77).Output("output", 1, 77).Node("Identity", ["input"], "output"));
        ModelException failure = Assert.Throws<ModelException>(() => Open(family, network.Session));
        Assert.StartsWith("The model 'small.onnx' is not a", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("but takes 'input' 1x77 and gives 'output' 1x77; use a file of that family.", failure.Message, StringComparison.Ordinal);
    }

    private static object Open(string family, InferenceSession session) => family switch
    {
        "yunet" => new YuNetDetector(session),
        "scrfd" => new ScrfdDetector(session),
        "yolo" => new YoloFaceDetector(session),
        "mediapipe" => new MediaPipeDetector(session),
        "2dfan4" => new Fan68Landmarker(session),
        _ => new Fusion.Segmentation.XSegSegmenter(session),
    };
}
