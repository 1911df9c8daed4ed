namespace FaceFusion.Inference.Models;

/// <summary>Puts model files into a models folder.</summary>
public static class ModelInstaller
{
    /// <summary>
    /// Copies a file into a folder under the name the manifest has for its content: written aside, checked, renamed.
    /// Does nothing when the folder holds it already.
    /// </summary>
    /// <param name="file">The file, of any name.</param>
    /// <param name="manifest">The models to know it by.</param>
    /// <param name="folder">The folder, made when it isn't there; usually <see cref="ModelFolders.User"/>.</param>
    /// <returns>The file in the folder.</returns>
    /// <exception cref="ModelException">
    /// The file is missing, can't be read or is no model of the manifest, or the folder can't be written to.
    /// </exception>
    public static ModelFile Add(string file, ModelManifest manifest, string folder)
    {
        ModelFile given = ModelFile.Open(file, manifest);
        return given.Entry is { } entry
            ? Add(given, entry, folder)
            : throw new ModelException($"The file '{file}' is no model this version knows (SHA-256 {given.Sha256}); 'facefusion models list' shows those it knows, 'facefusion models inspect FILE' what it looks like.");
    }

    /// <summary>Copies a file into a folder under the name that an entry of its content has.</summary>
    /// <param name="given">The file.</param>
    /// <param name="entry">What it is.</param>
    /// <param name="folder">The folder, made when it isn't there.</param>
    /// <returns>The file in the folder.</returns>
    /// <exception cref="ModelException">The file can't be read, or the folder can't be written to.</exception>
    public static ModelFile Add(ModelFile given, ModelEntry entry, string folder)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(entry);
        string target = Path.Combine(Path.GetFullPath(folder), entry.File);
        if (File.Exists(target) && FileHashes.Sha256(target, reread: true) == entry.Sha256)
            return ModelFile.Verified(target, entry);

        string aside = $"{target}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(given.Path, aside, overwrite: true);
            // A copy of a read-only file is read-only as well, which would bar the way to the next version of it.
            File.SetAttributes(aside, File.GetAttributes(aside) & ~FileAttributes.ReadOnly);
            if (Commit(aside, target, entry) is { } difference)
                throw new ModelException($"The file '{given.Path}' changed while it was copied ({difference}); try again when nothing writes to it.");
            return ModelFile.Verified(target, entry);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model file '{target}' can't be written ({failure.Message.TrimEnd('.')}); make its folder writable or free some space.", failure);
        }
        finally
        {
            DeleteQuietly(aside);
        }
    }

    /// <summary>Gives a file written aside its final name, when it holds what the manifest says.</summary>
    /// <param name="aside">The file, in its target's folder.</param>
    /// <param name="target">The final name.</param>
    /// <param name="entry">The model it is to be.</param>
    /// <returns>Null, or in which way it is something else: a part of a sentence.</returns>
    /// <exception cref="ModelException">The file can't be read.</exception>
    public static string? Commit(string aside, string target, ModelEntry entry)
    {
        long length = new FileInfo(aside).Length;
        if (length != entry.Bytes)
            return $"it has {length} bytes instead of {entry.Bytes}";
        if (FileHashes.Sha256(aside, reread: true) != entry.Sha256)
            return "its SHA-256 is another";

        File.Move(aside, target, overwrite: true);
        return null;
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is left has a name that nothing reads; the failure being reported matters more.
        }
    }
}
