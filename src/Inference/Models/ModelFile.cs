using FaceFusion.Inference.Hashing;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Models;

/// <summary>A model's file on this machine, known by its content.</summary>
public sealed class ModelFile
{
    private ModelFile(string path, long bytes, string sha256, ModelEntry? entry, ExecutionProvider provider)
    {
        Provider = provider;
        Path = path;
        Bytes = bytes;
        Sha256 = sha256;
        Entry = entry;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The file's length.</summary>
    public long Bytes { get; }

    /// <summary>The content's SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>What the manifest says of it; null for a file the manifest does not know.</summary>
    public ModelEntry? Entry { get; }

    /// <summary>What is to run it.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>The model's name in messages: its id in the manifest, else its file name.</summary>
    public string Name => Entry?.Id ?? System.IO.Path.GetFileName(Path);

    /// <summary>What to do when the file turns out to be of no use: the end of a sentence.</summary>
    internal string Remedy => Entry is { } entry
        ? $"get it again with 'facefusion models fetch {entry.Id}' or 'facefusion models add FILE'"
        : "give a whole ONNX model";

    /// <summary>Any file as a model, listed in the manifest or not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="manifest">The manifest to look its content up in; <see cref="ModelManifest.BuiltIn"/> when null.</param>
    /// <param name="provider">What is to run it.</param>
    /// <exception cref="ModelException">The file is missing or can't be read.</exception>
    public static ModelFile Open(string path, ModelManifest? manifest = null, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        string full = System.IO.Path.GetFullPath(path);
        string sha256 = FileHashes.Sha256(full);
        // The length of what a link leads to, not the link's own.
        long length = FileStamp.Of(full)?.Length ?? 0;
        return new ModelFile(full, length, sha256, (manifest ?? ModelManifest.BuiltIn).FindByContent(sha256), provider);
    }

    /// <summary>A file that has been seen to hold the content of a manifest's entry.</summary>
    internal static ModelFile Verified(string path, ModelEntry entry, ExecutionProvider provider = ExecutionProvider.Cpu) => new(path, entry.Bytes!.Value, entry.Sha256!, entry, provider);

    /// <summary>Makes sure that the file still holds what it held; cheap when it has not been written to.</summary>
    /// <exception cref="ModelException">The file is gone or has changed.</exception>
    internal void CheckUnchanged()
    {
        if (!File.Exists(Path))
            throw new ModelException($"The model file '{Path}' is gone; {Remedy}.");
        if (FileHashes.Sha256(Path) != Sha256)
            throw new ModelException($"The model file '{Path}' has changed since it was checked; {Remedy}.");
    }
}
