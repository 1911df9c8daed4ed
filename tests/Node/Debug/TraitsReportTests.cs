using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Debug;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Node.Tests.Debug;

/// <summary>What the debug view says of faces that a classifier of known answers looked at.</summary>
public sealed class TraitsReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(ApparentGender.Female, 30, 40, "looks 30 to 39, female")]
    [InlineData(ApparentGender.Male, 70, 101, "looks 70 to 100, male")]
    public void A_guess_is_told_in_words_and_says_nothing_of_origin(ApparentGender gender, int from, int to, string text)
    {
        foreach (ApparentOrigin origin in Enum.GetValues<ApparentOrigin>())
            Assert.Equal(text, TraitsReport.Text(new FaceTraits(gender, (from, to), origin)));
    }

    [SkippableFact]
    public void Swapped_faces_and_photos_are_told_of_where_the_network_is_installed()
    {
        NodeModels.Use();
        FaceEngine engine = NodeEngine.Instance;
        using Still still = StillDecoder.Load(SharedMaterial.Require("pictures/london_neutral/022.jpg"));
        FrameView plate = new(still.View, NetworkSpace.Working, Premultiplied: false);
        IReadOnlyList<Face> faces = engine.FindFaces(plate);
        FaceIdentity identity = engine.LoadIdentity([SharedMaterial.Require("pictures/composite/m_easian.jpg")]);
        Assert.Empty(TraitsReport.Lines(null, plate, faces, [identity]));

        _folder.Write("fairface.onnx", Graph().ToArray());
        FairFaceClassifier classifier = FairFaceLoader.Find(new ModelLibrary([_folder.Path], ModelManifest.BuiltIn))!;
        Assert.Equal(["Face to FairFace: looks 20 to 29, female", "Identity to FairFace: looks 20 to 29, female"], TraitsReport.Lines(classifier, plate, faces, [identity]));
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxGraph Graph()
    {
        OnnxGraph graph = new OnnxGraph().Input("input", 1, 3, 224, 224);
        foreach ((string name, float value) in ((string, float)[])[("race", 3), ("gender", 1), ("age", 3)])
            graph = graph.Constant(name + "_value", [1], value).Node("Identity", [name + "_value"], name).Output(name, 1);
        return graph;
    }
}
