namespace FaceFusion.Inference.Models;

/// <summary>Where models are looked for, and where they are put.</summary>
public static class ModelFolders
{
    /// <summary>The environment variable with folders to look in first, separated as in <c>PATH</c>.</summary>
    public const string Variable = "FACEFUSION_MODELS";

    /// <summary>
    /// The user's folder, which <c>facefusion models add</c> and <c>fetch</c> write to:
    /// <c>$XDG_DATA_HOME/facefusion/models</c> (else <c>~/.local/share/…</c>), <c>%LOCALAPPDATA%\facefusion\models</c>,
    /// <c>~/Library/Application Support/facefusion/models</c>. It need not exist.
    /// </summary>
    public static string User => Path.Combine(UserData(), "facefusion", "models");

    /// <summary>
    /// The folders in the order they are searched: <c>$FACEFUSION_MODELS</c>, the resource folder's, the user's; for a
    /// program that runs where it was built, the clone's own networks last.
    /// </summary>
    /// <param name="resourceFolder">The folder with the program's or the bundle's resources, which may hold <c>models</c>; or null.</param>
    public static IReadOnlyList<string> Search(string? resourceFolder)
    {
        List<string> folders = [];
        string given = Environment.GetEnvironmentVariable(Variable) ?? "";
        folders.AddRange(given.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (resourceFolder is not null)
            folders.Add(Path.Combine(resourceFolder, "models"));
        folders.Add(User);
        if (SourceTree.Root is { } root)
            folders.Add(Path.Combine(root, "models", "starter"));
        return [.. folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
    }

    private static string UserData()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Application Support");
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

        // The base directory specification: a relative path is to be ignored.
        string? data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.IsPathFullyQualified(data ?? "") ? data! : Path.Combine(home, ".local", "share");
    }
}
