namespace FaceFusion.Cli.Media.Ffmpeg;

/// <summary>Where the programs <c>ffmpeg</c> and <c>ffprobe</c> are.</summary>
/// <param name="Ffmpeg">Full path of <c>ffmpeg</c>.</param>
/// <param name="Ffprobe">Full path of <c>ffprobe</c>.</param>
internal sealed record FfmpegTools(string Ffmpeg, string Ffprobe)
{
    /// <summary>A folder that holds both programs, looked into before <c>PATH</c>.</summary>
    public const string FolderVariable = "FACEFUSION_FFMPEG";

    /// <summary>Finds the programs in the folder that <see cref="FolderVariable"/> names, else on <c>PATH</c>.</summary>
    /// <exception cref="CliException">One of them is missing.</exception>
    public static FfmpegTools Locate() =>
        Locate(Environment.GetEnvironmentVariable(FolderVariable), Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Finds the programs.</summary>
    /// <param name="folder">The only folder to look into, or nothing.</param>
    /// <param name="path">The folders to look into otherwise, separated as in <c>PATH</c>.</param>
    public static FfmpegTools Locate(string? folder, string? path)
    {
        string[] folders = string.IsNullOrEmpty(folder)
            ? (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [folder];
        string where = string.IsNullOrEmpty(folder) ? "on PATH" : $"in '{folder}' (${FolderVariable})";
        return new(Find("ffmpeg", folders, where), Find("ffprobe", folders, where));
    }

    private static string Find(string program, string[] folders, string where)
    {
        string file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
            ?? throw new CliException($"The program '{program}' is not {where}: install it (apt-get install ffmpeg), or set {FolderVariable} to its folder.");
    }
}
