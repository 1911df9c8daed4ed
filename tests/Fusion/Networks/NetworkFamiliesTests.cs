using System.Security.Cryptography;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Networks;

/// <summary>A network's object is made once, wherever its file lies.</summary>
public sealed class NetworkFamiliesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_detector_is_made_once_and_follows_its_file()
    {
        byte[] content = Detector(11);
        IFaceDetector first = NetworkFamilies.Detector(File(content, "first.onnx", ContractNames.YoloFace));
        System.IO.File.Delete(_folder.File("first.onnx"));
        SessionCache.Purge();
        IFaceDetector second = NetworkFamilies.Detector(File(content, "second.onnx", ContractNames.YoloFace));
        Assert.Same(first, second);
        using ImageBuffer frame = SmallNetwork.Solid(640, 640, 0.5f, 0.5f, 0.5f);
        Assert.Empty(second.Detect(SmallNetwork.View(frame)));
    }

    [Fact]
    public void Threads_that_come_at_once_get_one()
    {
        ModelFile file = File(Detector(12), "shared.onnx", ContractNames.YoloFace);
        IFaceDetector[] detectors = new IFaceDetector[8];
        Parallel.For(0, detectors.Length, i => detectors[i] = NetworkFamilies.Detector(file));
        Assert.All(detectors, detector => Assert.Same(NetworkFamilies.Detector(file), detector));
    }

    [Fact]
    public void Another_way_of_using_a_network_is_another_object()
    {
        ModelFile file = File(Mesh(), "mesh.onnx", ContractNames.MediaPipe478);
        Assert.Same(NetworkFamilies.Landmarker(file, 2), NetworkFamilies.Landmarker(file, 2));
        Assert.NotSame(NetworkFamilies.Landmarker(file, 2), NetworkFamilies.Landmarker(file, 3));
    }

    [Fact]
    public void A_network_that_broke_its_contract_is_refused_again()
    {
        ModelFile file = File(Detector(13), "wrong.onnx", ContractNames.Scrfd);
        Assert.Throws<ModelException>(() => NetworkFamilies.Detector(file));
        Assert.Throws<ModelException>(() => NetworkFamilies.Detector(file));
        Assert.NotNull(NetworkFamilies.Detector(File(Detector(13), "wrong.onnx", ContractNames.YoloFace)));
    }

    public void Dispose() => _folder.Dispose();

    // A detector that finds nothing; the value tells contents apart.
    private static byte[] Detector(float value) => new OnnxGraph()
        .Input("images", 1, 3, 640, 640).Constant("mark", [1], value).Rows("output0", [1, 20, 8400], new float[20 * 8400]).Output("output0", 1, 20, 8400).ToArray();

    private static byte[] Mesh() => new OnnxGraph()
        .Input("input", 1, 3, 256, 256).Rows("points", [1, 1434], new float[1434]).Output("points", 1, 1434).Rows("presence", [1, 1], [1]).Output("presence", 1, 1).ToArray();

    private ModelFile File(byte[] content, string name, string contract)
    {
        string path = _folder.Write(name, content), sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        string json = $$"""
            {"schema": 1, "models": [{"id": "small", "name": "small", "task": "detector", "contract": "{{contract}}", "file": "{{name}}", "bytes": {{content.Length}}, "sha256": "{{sha256}}",
            "source": null, "licence": {"id": "MIT", "commercial": "Any.", "use": "allowed"}, "inputs": [], "outputs": []}]}
            """;
        return ModelFile.Open(path, ModelManifest.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
    }
}
