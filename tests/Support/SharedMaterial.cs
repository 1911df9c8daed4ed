namespace FaceFusion.TestSupport;

/// <summary>
/// Finds the read-only material (models, pictures, clips) that tests and benches use and that is no part of the
/// project: <c>$FACEFUSION_SHARED</c>, else <c>shared</c> beside the repository.
/// </summary>
public static class SharedMaterial
{
    /// <summary>The repository's root: the nearest folder above the running assembly that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The folder of the shared material, or <see langword="null"/> when there is none.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>
    /// The full path of a file or folder of the shared material. Skips the calling test, with the reason, when the
    /// material is absent; under CI (<c>CI=true</c>) its absence is a failure, so that nothing is skipped there.
    /// </summary>
    /// <param name="relative">Path below the shared folder, with forward slashes.</param>
    public static string Require(string relative)
    {
        string? path = Root is null ? null : Path.Combine(Root, relative);
        bool found = path is not null && (File.Exists(path) || Directory.Exists(path));
        if (!found && Environment.GetEnvironmentVariable("CI") == "true")
            throw new FileNotFoundException($"The shared material lacks '{relative}'; set FACEFUSION_SHARED to its folder.");

        Skip.If(!found, $"needs '{relative}' of the shared material (set FACEFUSION_SHARED to its folder)");
        return path!;
    }

    private static string? FindRoot()
    {
        string? given = Environment.GetEnvironmentVariable("FACEFUSION_SHARED");
        string candidate = string.IsNullOrEmpty(given) ? Path.Combine(RepositoryRoot, "..", "shared") : given;
        return Directory.Exists(candidate) ? Path.GetFullPath(candidate) : null;
    }

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FaceFusionOfx.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No FaceFusionOfx.sln above '{AppContext.BaseDirectory}'; run from a clone of the repository.");
    }
}
