namespace FaceFusion.Inference;

/// <summary>The clone of the project that the running program was built in: there, what was built serves without being installed.</summary>
public static class SourceTree
{
    private const string Solution = "FaceFusionOfx.sln";

    /// <summary>The clone's root, the nearest folder above the program that holds the solution; null for an installed program.</summary>
    public static string? Root { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        return null;
    }
}
