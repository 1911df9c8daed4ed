namespace FaceFusion.Training.Teachers;

/// <summary>The JPEG and PNG files of folders, in the order of their paths.</summary>
internal static class Pictures
{
    public static IReadOnlyList<string> Of(IEnumerable<string> folders) =>
    [
        .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG").Order(StringComparer.Ordinal),
    ];
}
