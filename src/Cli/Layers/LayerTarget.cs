using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Sequences;
using FaceFusion.Cli.Media.Writing;

namespace FaceFusion.Cli.Layers;

/// <summary>Where a render's layers go: an OpenEXR and a JSON file a frame, and one script for the shot.</summary>
/// <param name="Path">The folder or pattern, as the user named it.</param>
/// <param name="Pattern">The names of the OpenEXR files; <see langword="null"/> for a single one.</param>
internal sealed record LayerTarget(string Path, SequencePattern? Pattern)
{
    private const string Extension = ".exr";
    private const string NamesInFolder = "layers.####" + Extension;

    /// <summary>The folder that everything lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Pattern?.File(0) ?? Path))!;

    /// <summary>The file with Nuke's nodes.</summary>
    public string Script => System.IO.Path.Combine(Folder, "stabilise.nk");

    /// <summary>The JSON files' names, with # for the frame's number.</summary>
    public string DataPattern => System.IO.Path.ChangeExtension(System.IO.Path.GetFullPath(Pattern?.ToString() ?? Path), ".json");

    /// <summary>Reads what the user named.</summary>
    /// <param name="path">A folder, a pattern such as <c>layers.####.exr</c>, or a single <c>.exr</c>.</param>
    /// <param name="frameCount">How many frames are going to be written.</param>
    /// <exception cref="CliException">It can't stand for that.</exception>
    public static LayerTarget Parse(string path, int frameCount)
    {
        bool isFile = !Directory.Exists(path) && System.IO.Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);
        SequencePattern? pattern = SequencePattern.TryParse(isFile ? path : System.IO.Path.Combine(path, NamesInFolder));
        if (!isFile && SequencePattern.TryParse(path) is not null)
            throw CliException.Usage($"The layers '{path}' are OpenEXR; name a folder, or files such as '{System.IO.Path.ChangeExtension(path, Extension)}'.");
        if (pattern is null && frameCount > 1)
            throw CliException.Usage($"The layers '{path}' hold one frame but {frameCount} are to be written; name a folder, or number them: '{System.IO.Path.ChangeExtension(path, null)}.####{Extension}'.");
        return new(path, pattern);
    }

    /// <summary>The OpenEXR file of a frame.</summary>
    public string PictureOf(int frame) => Pattern?.File(frame) ?? Path;

    /// <summary>The JSON file of a frame.</summary>
    public string DataOf(int frame) => System.IO.Path.ChangeExtension(PictureOf(frame), ".json");

    /// <summary>Whether all of a frame is there; files are complete as soon as they bear their names.</summary>
    public bool Exists(int frame) => File.Exists(PictureOf(frame)) && File.Exists(DataOf(frame));

    /// <summary>Whether a frame would be written over a file of the source, or over the rendered picture.</summary>
    /// <param name="source">The source.</param>
    /// <param name="output">The file of the rendered picture.</param>
    /// <param name="frame">The frame.</param>
    public bool WouldReplace(MediaSource source, string output, int frame)
    {
        string own = System.IO.Path.GetFullPath(PictureOf(frame));
        return own == System.IO.Path.GetFullPath(source.FileOf(frame)) || own == System.IO.Path.GetFullPath(output);
    }

    /// <summary>Writes a file aside and renames it.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="CliException">It can't be written.</exception>
    public void Put(string file, Action<Stream> write)
    {
        string aside = OutputTarget.NameAside(Folder, file);
        try
        {
            Directory.CreateDirectory(Folder);
            using (FileStream stream = new(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
                write(stream);
            File.Move(aside, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The layers '{file}' can't be written ({failure.Message.TrimEnd('.')}); free space or choose another folder with --layers.", ExitCode.Failed, failure);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
