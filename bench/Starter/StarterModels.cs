using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;

namespace FaceFusion.Starter;

/// <summary>The public networks, which teach and judge, and the project's own.</summary>
internal sealed class StarterModels : IDisposable
{
    private readonly TemporaryFolder _installed = new();
    private readonly IReadOnlyDictionary<FaceNetwork, string> _candidates;

    /// <param name="shared">The shared material's folder.</param>
    /// <param name="candidates">Files that are measured in place of the manifest's starters.</param>
    public StarterModels(string shared, IReadOnlyDictionary<FaceNetwork, string> candidates)
    {
        _candidates = candidates;
        Public = new ModelLibrary([Path.Combine(shared, "models")], ModelManifest.BuiltIn);

        // By what is installed, the engine chooses; so there is a folder that lacks the public network of every starter.
        foreach (FaceNetwork network in FaceNetwork.All.Where(network => !network.HasStarter(ModelManifest.BuiltIn)))
        {
            string file = Public.Require(network.Public).Path;
            File.CreateSymbolicLink(_installed.File(Path.GetFileName(file)), file);
        }

        Library = new ModelLibrary([Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter"), _installed.Path], ModelManifest.BuiltIn);
    }

    /// <summary>Every public network.</summary>
    public ModelLibrary Public { get; }

    /// <summary>What a newcomer's machine has: the starters, and public ones where the project has none yet.</summary>
    public ModelLibrary Library { get; }

    /// <summary>The landmark network in question, if there is one.</summary>
    public ModelFile? LandmarkFile => Starter(FaceNetwork.Landmarks);

    /// <summary>The project's own networks.</summary>
    public static IReadOnlyList<ModelEntry> Entries => [.. FaceNetwork.All.Select(network => ModelManifest.BuiltIn.Find(network.Starter)).OfType<ModelEntry>()];

    public FaceEngine PublicEngine => new(Public);

    public FaceEngine Engine => new(Library);

    /// <summary>The starter of a task, if there is one.</summary>
    public ModelFile? Starter(FaceNetwork network) =>
        _candidates.TryGetValue(network, out string? file) ? ModelFile.Open(file)
        : network.HasStarter(ModelManifest.BuiltIn) ? Library.Require(network.Starter)
        : null;

    /// <summary>The public network of a task.</summary>
    public InferenceSession Teacher(FaceNetwork network) => SessionCache.Get(Public.Require(network.Public));

    /// <inheritdoc/>
    public void Dispose() => _installed.Dispose();
}
