using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary>What the <c>models</c> commands work on.</summary>
internal sealed record ModelsContext
{
    /// <summary>The models and the folders they are looked for in.</summary>
    public required ModelLibrary Library { get; init; }

    /// <summary>The ids of the models that the plugin's engine can't do without.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>The ids of those that it runs where they are there.</summary>
    public required IReadOnlyList<string> Optional { get; init; }

    /// <summary>The ids of the project's own networks, which serve where a public one isn't installed.</summary>
    public IReadOnlyList<string> Starters { get; init; } = [];

    /// <summary>The folder that <c>add</c> and <c>fetch</c> write to.</summary>
    public required string UserFolder { get; init; }

    /// <summary>Where the answer to a question comes from.</summary>
    public required TextReader Input { get; init; }

    /// <summary>How long a download waits before it goes on after a broken connection.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a download waits for the next bytes.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>This machine's models and user.</summary>
    public static ModelsContext FromEnvironment() => new()
    {
        Library = ModelLibrary.Default(resourceFolder: null),
        Needed = Ids(network => network.Public, network => network.IsNeeded && !HasStarter(network)),
        Optional = Ids(network => network.Public, network => !network.IsNeeded || HasStarter(network)),
        Starters = Ids(network => network.Starter, HasStarter),
        UserFolder = ModelFolders.User,
        Input = Console.In,
    };

    /// <summary>The ids a command line names, each once, in order.</summary>
    /// <param name="ids">Those given one by one.</param>
    /// <param name="used">Whether <see cref="Needed"/> and <see cref="Optional"/> are meant as well.</param>
    public IReadOnlyList<string> Select(string[]? ids, bool used) => [.. (ids ?? []).Concat(used ? [.. Needed, .. Optional] : []).Distinct()];

    /// <summary>What the engine does with a model.</summary>
    /// <param name="id">Its id.</param>
    public ModelUse UseOf(string id) =>
        Needed.Contains(id) ? ModelUse.Needed
        : Optional.Contains(id) ? ModelUse.Optional
        : Starters.Contains(id) ? ModelUse.Starter
        : Library.Manifest.Find(id) is { } entry && entry.Contract != ContractNames.LumaX3 && KnownContracts.Of(entry.Contract).Count > 0 ? ModelUse.Choice
        : ModelUse.Unused;

    private static IReadOnlyList<string> Ids(Func<FaceNetwork, string> id, Func<FaceNetwork, bool> which) => [.. FaceNetwork.All.Where(which).Select(id)];

    private static bool HasStarter(FaceNetwork network) => network.HasStarter(ModelManifest.BuiltIn);
}
