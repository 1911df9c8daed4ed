using System.Collections.Concurrent;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Inference.Models;

/// <summary>
/// SHA-256 of files, remembered for the process by path, length and time of last writing, so that a model of hundreds of
/// megabytes is read through once and not at every render.
/// </summary>
internal static class FileHashes
{
    private static readonly ConcurrentDictionary<FileStamp, Lazy<string>> Known = new();

    /// <summary>A file's SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="reread">Whether to read the file through even when its hash is remembered.</param>
    /// <exception cref="ModelException">The file can't be read.</exception>
    public static string Sha256(string path, bool reread = false) => FileStamp.Of(path) is { } stamp
        ? Sha256(stamp, reread)
        : throw new ModelException($"The model file '{path}' does not exist; give the path of a file.");

    /// <summary>A file's SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="stamp">The file as it is now.</param>
    /// <param name="reread">Whether to read the file through even when its hash is remembered.</param>
    /// <exception cref="ModelException">The file can't be read.</exception>
    public static string Sha256(FileStamp stamp, bool reread = false)
    {
        if (reread)
            Known.TryRemove(stamp, out _);
        Lazy<string> hash = Known.GetOrAdd(stamp, static stamp => new Lazy<string>(() => Compute(stamp.Path)));
        try
        {
            return hash.Value;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Known.TryRemove(KeyValuePair.Create(stamp, hash));
            throw new ModelException($"The model file '{stamp.Path}' can't be read ({failure.Message.TrimEnd('.')}); make it readable.", failure);
        }
    }

    private static string Compute(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Sha256Hash.HexOf(stream);
    }
}
