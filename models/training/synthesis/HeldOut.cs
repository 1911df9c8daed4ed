using FaceFusion.TestSupport;

namespace FaceFusion.Training.Synthesis;

/// <summary>Who no training ever sees, by <c>models/training/held-out.txt</c>.</summary>
internal sealed class HeldOut
{
    private const string London = "london", Clips = "clips";

    private readonly Dictionary<string, HashSet<string>> _names;

    private HeldOut(IEnumerable<string> lines) =>
        _names = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..].ToHashSet());

    public static HeldOut Load() => new(File.ReadLines(Path.Combine(SharedMaterial.RepositoryRoot, "models/training/held-out.txt")));

    /// <summary>Whether a picture shows one of them: a London photo by its name, a clip's frame by its folder's.</summary>
    public bool Contains(string picture)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(picture)) ?? "";
        return folder.StartsWith(London, StringComparison.Ordinal)
            ? _names[London].Contains(Path.GetFileNameWithoutExtension(picture))
            : ContainsClip(folder);
    }

    /// <summary>Whether a clip, by its file's name without the extension, shows one of them.</summary>
    public bool ContainsClip(string clip) => _names[Clips].Contains(clip);
}
