using System.Numerics;
using System.Security.Cryptography;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Geometry;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Networks;

/// <summary>A starter serves where the public network isn't installed, and it is said so.</summary>
public sealed class FaceNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_public_network_serves_where_it_is_installed()
    {
        Install(FaceNetwork.Detector.Public, FaceNetwork.Detector.Starter);
        Assert.Equal(FaceNetwork.Detector.Public, FaceNetwork.Detector.Require(Library()).Name);
        Assert.False(FaceNetwork.Detector.IsStarter(FaceNetwork.Detector.Find(Library())));
    }

    [Fact]
    public void Without_it_the_starter_serves()
    {
        Install(FaceNetwork.Detector.Starter);
        Assert.Equal(FaceNetwork.Detector.Starter, FaceNetwork.Detector.Require(Library()).Name);
        Assert.Equal("A starter network finds faces.", StarterHint.InUse(Library()));
    }

    [Fact]
    public void Without_either_the_public_one_is_asked_for()
    {
        Assert.Null(FaceNetwork.Recogniser.Find(Library()));
        ModelException failure = Assert.Throws<ModelException>(() => FaceNetwork.Recogniser.Require(Library()));
        Assert.Contains(FaceNetwork.Recogniser.Public + ".onnx", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_public_network_is_told_of_and_not_replaced()
    {
        Install(FaceNetwork.Detector.Starter);
        _folder.Write(FaceNetwork.Detector.Public + ".onnx", "damaged"u8);
        Assert.Throws<ModelException>(() => FaceNetwork.Detector.Find(Library()));
    }

    [Fact]
    public void A_small_face_brings_a_hint_with_the_commands()
    {
        Install(FaceNetwork.Detector.Starter, FaceNetwork.Landmarks.Starter);
        Assert.Null(StarterHint.For(Library(), [Turned(0, 24)]));
        Assert.Equal(
            "A face is only 20 pixels high, for which the small networks that come with the node are weak; install the public ones with "
            + "'facefusion models fetch yunet-2023mar' and 'facefusion models add mediapipe-landmarks-478.onnx'.",
            StarterHint.For(Library(), [Turned(0, 100), Turned(0, 20)]));
    }

    [Fact]
    public void A_head_turned_far_brings_a_hint_where_a_starter_places_the_points()
    {
        Install(FaceNetwork.Detector.Starter, FaceNetwork.Landmarks.Starter);
        Assert.Null(StarterHint.For(Library(), [Turned(55, 100)]));
        Assert.Equal(
            "A head is turned by 70°, for which the small network that comes with the node is weak; install the public one with 'facefusion models add mediapipe-landmarks-478.onnx'.",
            StarterHint.For(Library(), [Turned(-70, 100)]));
        Install(FaceNetwork.Landmarks.Public);
        Assert.Null(StarterHint.For(Library(), [Turned(70, 100)]));
    }

    [Fact]
    public void Public_networks_bring_no_hint()
    {
        Install([.. FaceNetwork.All.Select(network => network.Public)]);
        Assert.Null(StarterHint.For(Library(), [Turned(70, 10)]));
        Assert.Null(StarterHint.InUse(Library()));
    }

    public void Dispose() => _folder.Dispose();

    private ModelLibrary Library() => new([_folder.Path], new ModelManifest(
        ModelManifest.CurrentSchema,
        [.. FaceNetwork.All.SelectMany(network => new[] { Entry(network.Public), Entry(network.Starter) })]));

    private void Install(params string[] ids)
    {
        foreach (string id in ids)
            _folder.Write(id + ".onnx", Content(id));
    }

    private static byte[] Content(string id) => System.Text.Encoding.UTF8.GetBytes(id);

    private static ModelEntry Entry(string id) => new(
        id, id, ModelTask.Detector, "any", id + ".onnx", Content(id).Length, Convert.ToHexStringLower(SHA256.HashData(Content(id))),
        id == FaceNetwork.Detector.Public ? "https://example.org/yunet.onnx" : null, new ModelLicence("MIT", "Commercial use is allowed."), [], []);

    // The canonical face, turned about its own axis, in a frame.
    private static Face Turned(double yaw, float height)
    {
        Matrix4x4 turn = Matrix4x4.CreateRotationY((float)(yaw * Math.PI / 180));
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => 50 * Vector3.Transform(point, turn) + new Vector3(200, 200, 0))];
        Array.Resize(ref points, FaceMeshIndices.Count);
        for (int i = CanonicalFace.Points.Length; i < points.Length; i++)
            points[i] = points[FaceMeshIndices.NoseTip];
        FaceMesh mesh = new(points, 1);
        return new Face(new DetectedFace(new RectF(150, 150, 150 + height, 150 + height), 0.9f, new Vector2[5]), mesh, HeadPose.Fit(mesh));
    }
}
