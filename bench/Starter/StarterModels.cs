using FaceFusion.Fusion;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;

namespace FaceFusion.Starter;

/// <summary>The public networks, which teach and judge, and the project's own.</summary>
internal sealed class StarterModels : IDisposable
{
    private const string Detector = "yunet-2023mar", Landmarks = "mediapipe-landmarks-478", StarterLandmarks = "starter-landmarks";

    // By what is installed, the engine chooses; so there is a folder that lacks the public network of every starter.
    private static readonly Dictionary<string, string> Replaced = new()
    {
        [StarterLandmarks] = Landmarks,
        ["starter-detector"] = Detector,
        ["starter-recogniser"] = "mobilefacenet-128",
        ["starter-segmenter"] = "skin-clothes-hair",
    };

    private readonly TemporaryFolder _installed = new();

    public StarterModels(string shared, string? landmarks)
    {
        ModelLibrary all = new([Path.Combine(shared, "models")], ModelManifest.BuiltIn);
        string own = Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter");
        HashSet<string> replaced = [.. Replaced.Where(pair => ModelManifest.BuiltIn.Find(pair.Key) is not null).Select(pair => pair.Value)];
        foreach (string id in Replaced.Values.Where(id => !replaced.Contains(id)))
            File.CreateSymbolicLink(_installed.File(Path.GetFileName(all.Require(id).Path)), all.Require(id).Path);
        Library = new ModelLibrary([own, _installed.Path], ModelManifest.BuiltIn);
        Public = all;
        LandmarkFile = landmarks is not null ? ModelFile.Open(landmarks) : ModelManifest.BuiltIn.Find(StarterLandmarks) is null ? null : Library.Require(StarterLandmarks);
    }

    /// <summary>Every public network.</summary>
    public ModelLibrary Public { get; }

    /// <summary>What a newcomer's machine has: the starters, and public ones where the project has none yet.</summary>
    public ModelLibrary Library { get; }

    /// <summary>The landmark network in question, if there is one.</summary>
    public ModelFile? LandmarkFile { get; }

    /// <summary>The project's own networks.</summary>
    public static IReadOnlyList<ModelEntry> Entries => [.. ModelManifest.BuiltIn.Models.Where(entry => Replaced.ContainsKey(entry.Id))];

    public FaceEngine PublicEngine => new(Public);

    public FaceEngine Engine => new(Library);

    public InferenceSession PublicDetector => SessionCache.Get(Public.Require(Detector));

    public InferenceSession PublicLandmarks => SessionCache.Get(Public.Require(Landmarks));

    /// <inheritdoc/>
    public void Dispose() => _installed.Dispose();
}
