using FaceFusion.Cli.Media.Sequences;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>Where a render goes: a video, a sequence or a single picture.</summary>
/// <param name="Path">The path or pattern, as the user named it.</param>
/// <param name="Format">The format.</param>
/// <param name="Pattern">The names of a sequence's files.</param>
internal sealed record OutputTarget(string Path, OutputFormat Format, SequencePattern? Pattern)
{
    /// <summary>The folder that the output lies in.</summary>
    public string Folder
    {
        get
        {
            string? folder = Pattern is null ? System.IO.Path.GetDirectoryName(Path) : Pattern.Folder;
            return string.IsNullOrEmpty(folder) ? "." : folder;
        }
    }

    /// <summary>Reads an output's name.</summary>
    /// <param name="path">The path or pattern.</param>
    /// <param name="frameCount">How many frames are going to be written.</param>
    /// <exception cref="CliException">The name can't stand for that.</exception>
    public static OutputTarget Parse(string path, int frameCount)
    {
        if (Directory.Exists(path))
            throw CliException.Usage($"The output '{path}' is a folder; name a file in it, such as '{System.IO.Path.Combine(path, "out.####.png")}'.");

        OutputFormat format = OutputFormat.For(path);
        SequencePattern? pattern = SequencePattern.TryParse(path);
        if (format.IsVideo && pattern is not null)
            throw CliException.Usage($"The output '{path}' is a video and can't be numbered; leave '#' and '%d' out of its name.");
        if (!format.IsVideo && pattern is null && frameCount > 1)
            throw CliException.Usage($"The output '{path}' holds one picture but {frameCount} frames are to be written; number it: '{System.IO.Path.ChangeExtension(path, null)}.####{System.IO.Path.GetExtension(path)}'.");

        return new(path, format, pattern);
    }

    /// <summary>The file that holds a frame.</summary>
    public string FileOf(int frame) => Pattern is null ? Path : Pattern.File(frame);

    /// <summary>Whether a frame's file is there; files are complete as soon as they bear their names.</summary>
    public bool Exists(int frame) => File.Exists(FileOf(frame));

    /// <summary>Whether a frame would be written over a file of the source.</summary>
    public bool WouldReplace(MediaSource source, int frame) =>
        System.IO.Path.GetFullPath(FileOf(frame)) == System.IO.Path.GetFullPath(source.FileOf(frame));

    /// <summary>A hidden name beside the output that no other process uses.</summary>
    public string NameAside() => NameAside(Folder, Path);

    /// <summary>A hidden name that no other process uses, for a file before it is complete.</summary>
    /// <param name="folder">The folder that it will lie in.</param>
    /// <param name="path">Its final name; only what follows its folder is used.</param>
    public static string NameAside(string folder, string path)
    {
        // FFmpeg reads '%' in a name as a placeholder.
        string name = System.IO.Path.GetFileName(path).Replace('%', '_');
        return System.IO.Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.partial");
    }

    /// <summary>Makes the folder of the output, where it isn't there yet.</summary>
    /// <exception cref="CliException">It can't be made.</exception>
    public void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(failure.Message.TrimEnd('.'), failure);
        }
    }

    /// <summary>The failure that the output can't be written.</summary>
    public CliException CannotWrite(string reason, Exception? cause = null) =>
        new($"The output '{Path}' can't be written ({reason}); free space or choose another folder with -o.", ExitCode.Failed, cause);
}
