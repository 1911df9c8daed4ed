namespace FaceFusion.Node;

/// <summary>Files that bear their name only once they are complete.</summary>
internal static class AsideFile
{
    /// <summary>Writes a file under a hidden name beside it that nobody else uses, and renames it, over one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string aside = Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.partial");
        try
        {
            using (FileStream file = File.Create(aside))
                write(file);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
