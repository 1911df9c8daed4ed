using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>Looks into a test's folder.</summary>
internal static class TemporaryFolderNames
{
    /// <summary>All names in it or in a folder of it, hidden ones too, sorted.</summary>
    public static IReadOnlyList<string> Names(this TemporaryFolder folder, string below = "") =>
        [.. Directory.EnumerateFileSystemEntries(folder.File(below)).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];
}
