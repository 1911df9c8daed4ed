using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FaceFusion.Inference.Hashing;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Inference.Models;

/// <summary>
/// The models of this machine: the manifest's, looked for by file name in a list of folders and believed only when
/// their content is the manifest's. Safe for use by several threads.
/// </summary>
public sealed class ModelLibrary
{
    private readonly ConcurrentDictionary<string, ModelFile> _found = new();

    /// <summary>A library over some folders.</summary>
    /// <param name="folders">The folders, the first searched first; they need not exist.</param>
    /// <param name="manifest">The models to know.</param>
    public ModelLibrary(IReadOnlyList<string> folders, ModelManifest manifest)
    {
        Folders = [.. folders.Select(Path.GetFullPath)];
        Manifest = manifest;
    }

    /// <summary>The folders, the first searched first.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The models known here.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>What is to run the models that are found here.</summary>
    public ExecutionProvider Provider { get; private init; } = ExecutionProvider.Cpu;

    /// <summary>The same models, to be run by something else.</summary>
    /// <param name="provider">What is to run them, where the environment doesn't say otherwise.</param>
    public ModelLibrary RunBy(ExecutionProvider provider) => new(Folders, Manifest) { Provider = provider };

    /// <summary>The built-in manifest, and the folders' own, over the folders of <see cref="ModelFolders.Search"/>.</summary>
    /// <param name="resourceFolder">The folder with the program's or the bundle's resources, which may hold <c>models</c>; or null.</param>
    /// <exception cref="ModelException">A folder's own manifest can't be read, or isn't signed with the configured key.</exception>
    public static ModelLibrary Default(string? resourceFolder)
    {
        IReadOnlyList<string> folders = ModelFolders.Search(resourceFolder);
        return new ModelLibrary(folders, FolderManifest.Merge(folders, ModelManifest.BuiltIn, StudioKey.Configured));
    }

    /// <summary>
    /// The file of a model. As long as the one that was found holds the model's content, none is looked for elsewhere.
    /// </summary>
    /// <param name="id">The model's id.</param>
    /// <exception cref="ModelException">There is no such model, no such file, or its content is not the model's.</exception>
    public ModelFile Require(string id) =>
        FindOptional(id) ?? throw Missing(Manifest.Require(id));

    /// <summary>The file of a model, where there is one with the right content.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelException">A file of the model's name can't be read.</exception>
    public bool TryFind(string id, [NotNullWhen(true)] out ModelFile? file)
    {
        file = Manifest.Find(id) is { } entry ? Recall(entry) ?? Look(entry) : null;
        return file is not null;

        ModelFile? Look(ModelEntry entry) =>
            Check(entry, reread: false) is { State: ModelState.Present } status ? Remember(status) : null;
    }

    /// <summary>The file of a model that can be done without; <see langword="null"/> when there is none of its name.</summary>
    /// <param name="id">The model's id.</param>
    /// <exception cref="ModelException">There is no such model, or a file of its name holds something else.</exception>
    public ModelFile? FindOptional(string id)
    {
        ModelEntry entry = Manifest.Require(id);
        if (Recall(entry) is { } known)
            return known;

        ModelStatus status = Check(entry, reread: false);
        return status.State switch
        {
            ModelState.Present => Remember(status),
            ModelState.Missing => null,
            ModelState.Unsigned => throw new ModelException($"The {entry.Name} '{status.Path}' is in no manifest that is signed with the key of {StudioKey.Variable}; have it listed and signed with 'facefusion models sign', or choose another network."),
            _ => throw WrongHash(entry, status.Path!),
        };
    }

    /// <summary>How every model of the manifest stands, in its order. Hashes that are known for an unchanged file are believed.</summary>
    public IEnumerable<ModelStatus> List() => Manifest.Models.Select(entry => Check(entry, reread: false));

    /// <summary>How some models stand, every file read through anew.</summary>
    /// <param name="ids">Ids of models; none for all of them.</param>
    /// <exception cref="ModelException">There is no such model.</exception>
    public IEnumerable<ModelStatus> Verify(params IReadOnlyList<string> ids)
    {
        IEnumerable<ModelEntry> entries = ids.Count == 0 ? Manifest.Models : [.. ids.Select(Manifest.Require)];
        return entries.Select(entry => Check(entry, reread: true));
    }

    /// <summary>The first folder with the right content decides; failing that, the first with a file of the name.</summary>
    private ModelStatus Check(ModelEntry entry, bool reread)
    {
        string? wrong = null;
        foreach (string folder in Folders)
        {
            string path = Path.Combine(folder, entry.File);
            if (FileStamp.Of(path) is not { } stamp)
                continue;
            if (Holds(stamp, entry, reread))
                return new ModelStatus(entry, Manifest.Trusts(entry) ? ModelState.Present : ModelState.Unsigned, path);

            wrong ??= path;
        }

        return new ModelStatus(entry, wrong is null ? ModelState.Missing : ModelState.WrongHash, wrong);
    }

    private ModelFile? Recall(ModelEntry entry) =>
        _found.TryGetValue(entry.Id, out ModelFile? file) && FileStamp.Of(file.Path) is { } stamp && Holds(stamp, entry, reread: false)
            ? file
            : null;

    private ModelFile Remember(ModelStatus present) => _found[present.Entry.Id] = ModelFile.Verified(present.Path!, present.Entry, Provider);

    private static bool Holds(FileStamp stamp, ModelEntry entry, bool reread) =>
        stamp.Length == entry.Bytes && FileHashes.Sha256(stamp, reread) == entry.Sha256;

    private ModelException Missing(ModelEntry entry)
        => new($"The {entry.Name} '{entry.File}' is not in {string.Join(", ", Folders.Select(folder => $"'{folder}'"))}; {Remedy(entry)}.");

    private static ModelException WrongHash(ModelEntry entry, string path)
    {
        long length = new FileInfo(path).Length;
        string difference = length == entry.Bytes ? "its SHA-256 is another" : $"it has {length} bytes instead of {entry.Bytes}";
        return new ModelException($"The file '{path}' is not the {entry.Name} ({difference}); {Remedy(entry)}.");
    }

    private static string Remedy(ModelEntry entry)
    {
        string fetch = entry.Source is null ? "" : $" or 'facefusion models fetch {entry.Id}'";
        return $"run 'facefusion models add FILE'{fetch}, or set {ModelFolders.Variable} to the folder that holds it";
    }
}
