using System.Collections.Concurrent;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Inference.Models;

/// <summary>
/// SHA-256 of files, remembered for the process by path, length and time of last writing, so that a model of hundreds of
/// megabytes is read through once and not at every render.
/// </summary>
internal static class FileHashes
{
    private static readonly ConcurrentDictionary<Key, Lazy<string>> Known = new();

    /// <summary>A file's SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="reread">Whether to read the file through even when its hash is remembered.</param>
    /// <exception cref="ModelException">The file can't be read.</exception>
    public static string Sha256(string path, bool reread = false)
    {
        FileInfo info = new(path);
        if (!info.Exists)
            throw new ModelException($"The model file '{path}' does not exist; give the path of a file.");

        Key key = new(path, info.Length, info.LastWriteTimeUtc);
        if (reread)
            Known.TryRemove(key, out _);
        Lazy<string> hash = Known.GetOrAdd(key, static key => new Lazy<string>(() => Compute(key.Path)));
        try
        {
            return hash.Value;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Known.TryRemove(KeyValuePair.Create(key, hash));
            throw new ModelException($"The model file '{path}' can't be read ({failure.Message.TrimEnd('.')}); make it readable.", failure);
        }
    }

    private static string Compute(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Sha256Hash.HexOf(stream);
    }

    private readonly record struct Key(string Path, long Length, DateTime Written);
}
