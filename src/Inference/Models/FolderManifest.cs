using FaceFusion.Inference.Signing;

namespace FaceFusion.Inference.Models;

/// <summary>
/// The manifest that a models folder may hold beside its models, <c>manifest.json</c>: what somebody has said of files that
/// this version doesn't know. The user's is written by <c>facefusion models add</c>; a studio's lies in its shared folder.
/// </summary>
public static class FolderManifest
{
    /// <summary>Its name in the folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>A manifest with those of some folders.</summary>
    /// <param name="folders">The folders, the first searched first; they need not exist.</param>
    /// <param name="manifest">The models known anyhow.</param>
    /// <param name="key">
    /// The key that each folder's manifest has to be signed with, or null. With one, only what signed manifests list may be
    /// run, and the program's own networks.
    /// </param>
    /// <exception cref="ModelException">A folder's manifest can't be read, contradicts another, or isn't signed as it has to be.</exception>
    public static ModelManifest Merge(IEnumerable<string> folders, ModelManifest manifest, StudioKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(manifest);
        HashSet<string> signed = new(StringComparer.Ordinal);
        foreach (string folder in folders)
        {
            IReadOnlyList<ModelEntry> entries = Read(folder, key);
            signed.UnionWith(entries.Select(entry => entry.Sha256).OfType<string>());
            manifest = manifest.With(entries, PathOf(folder));
        }

        return key is null ? manifest : manifest.Trusting(key, signed);
    }

    /// <summary>A folder's entries; none where it has no manifest.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The key that it has to be signed with, or null.</param>
    /// <exception cref="ModelException">Its manifest can't be read, or isn't signed as it has to be.</exception>
    public static IReadOnlyList<ModelEntry> Read(string folder, StudioKey? key = null)
    {
        string path = PathOf(folder);
        if (!File.Exists(path))
            return [];
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
            key?.Require(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model manifest '{path}' can't be read ({failure.Message.TrimEnd('.')}); make it readable.", failure);
        }

        try
        {
            return ModelManifest.Parse(content).Models;
        }
        catch (ModelException failure)
        {
            throw new ModelException($"The model manifest '{path}' can't be read ({failure.Message.TrimEnd('.')}); correct or delete it.", failure);
        }
    }

    /// <summary>Puts an entry into a folder's manifest, in place of one of its id.</summary>
    /// <param name="folder">The folder; made when it isn't there.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ModelException">The manifest can't be read or written.</exception>
    public static void Put(string folder, ModelEntry entry) => Write(folder, [.. Read(folder).Where(other => other.Id != entry.Id), entry]);

    /// <summary>Takes an entry out of a folder's manifest; nothing where it has none of the id.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="id">The entry's id.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ModelException">The manifest can't be read or written.</exception>
    public static bool Remove(string folder, string id)
    {
        IReadOnlyList<ModelEntry> entries = Read(folder);
        if (!entries.Any(entry => entry.Id == id))
            return false;
        Write(folder, [.. entries.Where(entry => entry.Id != id)]);
        return true;
    }

    /// <summary>The path of a folder's manifest.</summary>
    /// <param name="folder">The folder.</param>
    public static string PathOf(string folder) => Path.Combine(folder, FileName);

    private static void Write(string folder, IReadOnlyList<ModelEntry> entries)
    {
        string path = PathOf(folder), aside = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(aside, new ModelManifest(ModelManifest.CurrentSchema, entries).ToJson());
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
            throw new ModelException($"The model manifest '{path}' can't be written ({failure.Message.TrimEnd('.')}); make its folder writable or free some space.", failure);
        }
    }
}
