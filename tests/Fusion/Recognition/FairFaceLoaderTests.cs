using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Fusion.Tests.Swappers;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Recognition;

/// <summary>FairFace is found where its file is, and done without elsewhere.</summary>
public sealed class FairFaceLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Without_its_file_there_is_none() => Assert.Null(FairFaceLoader.Find(Library()));

    [Fact]
    public void Its_file_is_found_by_its_name_and_loaded_once()
    {
        _folder.Write("fairface.onnx", Graph(race: 1, gender: 0, age: 8).ToArray());
        FairFaceClassifier classifier = FairFaceLoader.Find(Library())!;
        Assert.Same(classifier, FairFaceLoader.Find(Library()));
        using SwapperRig rig = new();
        Assert.Equal(new FaceTraits(ApparentGender.Male, (70, 101), ApparentOrigin.Black), classifier.Classify(rig.Frame, rig.Face.Mesh.FivePoints()));
    }

    [Fact]
    public void Another_network_of_that_name_is_refused()
    {
        _folder.Write("fairface.onnx", SwapperGraph.Converter().ToArray());
        string message = Assert.Throws<ModelException>(() => FairFaceLoader.Find(Library())).Message;
        Assert.Contains("is not a FairFace classifier", message, StringComparison.Ordinal);
        Assert.Contains("fairface", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ModelLibrary Library() => new([_folder.Path], ModelManifest.BuiltIn);

    private static OnnxGraph Graph(float race, float gender, float age) => new OnnxGraph().Input("input", 1, 3, 224, 224)
        .Rows("race", [1], [race]).Output("race", 1).Rows("gender", [1], [gender]).Output("gender", 1).Rows("age", [1], [age]).Output("age", 1);
}
