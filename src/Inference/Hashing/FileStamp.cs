namespace FaceFusion.Inference.Hashing;

/// <summary>
/// What tells a file from another one, and from itself before it was written to, without reading it: the key under which
/// anything made of a file's content is remembered.
/// </summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When it was last written to, UTC.</param>
public readonly record struct FileStamp(string Path, long Length, DateTime Written)
{
    // FAT knows even seconds alone.
    private static readonly TimeSpan CoarsestTick = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a change from now on shows in the stamp. A file that was written to a moment ago may be written to again
    /// within the same tick of the file system's clock.
    /// </summary>
    public bool IsSettled => DateTime.UtcNow - Written > CoarsestTick;

    /// <summary>The stamp of a file, length and time of the file that a symbolic link leads to; null when there is no such file.</summary>
    /// <param name="path">Its path.</param>
    public static FileStamp? Of(string path)
    {
        FileInfo named = new(path);
        FileSystemInfo? found = named.LinkTarget is null ? named : Follow(named);
        return found is FileInfo { Exists: true } file ? new FileStamp(named.FullName, file.Length, file.LastWriteTimeUtc) : null;
    }

    private static FileSystemInfo? Follow(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            // The links go round in a circle.
            return null;
        }
    }
}
