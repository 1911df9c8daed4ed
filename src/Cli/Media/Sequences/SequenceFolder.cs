namespace FaceFusion.Cli.Media.Sequences;

/// <summary>Finds the one image sequence that lies in a folder.</summary>
internal static class SequenceFolder
{
    private static readonly string[] PictureExtensions =
        [".bmp", ".dpx", ".exr", ".hdr", ".jpeg", ".jpg", ".pfm", ".png", ".tga", ".tif", ".tiff", ".webp"];

    /// <summary>The sequence of a folder.</summary>
    /// <exception cref="CliException">It holds none, or several.</exception>
    public static SequencePattern Find(string folder)
    {
        Dictionary<(string, string), SequencePattern> found = [];
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (!PictureExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
                || SequencePattern.TryParseFrame(file) is not { } frame)
                continue;

            // A number without a leading zero may belong to a padded sequence that has outgrown its padding.
            SequencePattern pattern = frame.Pattern;
            (string, string) key = (pattern.Prefix, pattern.Suffix);
            if (!found.TryGetValue(key, out SequencePattern? known) || known.Padding < pattern.Padding)
                found[key] = pattern;
        }

        return found.Count switch
        {
            1 => found.Values.First(),
            0 => throw new CliException($"The folder '{folder}' holds no numbered pictures; name a picture, a video or a sequence such as '{Path.Combine(folder, "name.####.exr")}'."),
            _ => throw new CliException($"The folder '{folder}' holds {found.Count} sequences; name one of them: {string.Join(", ", found.Values.Select(pattern => $"'{pattern}'"))}."),
        };
    }
}
