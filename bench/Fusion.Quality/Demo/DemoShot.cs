using System.Numerics;
using System.Text.Json;
using FaceFusion.TestSupport;

namespace FaceFusion.Quality.Demo;

/// <summary>
/// The project's own shot (<c>demo-shot/</c>): a rendered plate with ground-truth landmarks, stills of rendered people,
/// and for some frames the truth: the plate with the other person's face shape and skin in it.
/// </summary>
internal static class DemoShot
{
    /// <summary>The person whose face the truth shows.</summary>
    public const string Identity = "noor";

    // iBUG's 68 points begin with the jaw from ear to ear, then the brows from the right one's tail to the left one's.
    private const int JawPoints = 17;
    private const int BrowPoints = 10;

    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "demo-shot");

    /// <summary>The clip.</summary>
    public static string Plate { get; } = Path.Combine(Folder, "plate.mp4");

    /// <summary>The still of a person.</summary>
    /// <param name="name">The person's name.</param>
    public static string Still(string name) => Path.Combine(Folder, "people", name + ".jpg");

    /// <summary>The frames that have a truth, with its file, in order.</summary>
    public static IReadOnlyList<(int Frame, string File)> Truths { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "truth", Identity), "*.jpg").Order(StringComparer.Ordinal)
            .Select(file => (int.Parse(Path.GetFileNameWithoutExtension(file), System.Globalization.CultureInfo.InvariantCulture), file))];

    /// <summary>The ground-truth landmarks of every frame: 68 points in iBUG's order and both pupils, pixel centres at .5.</summary>
    public static IReadOnlyList<Vector2[]> Landmarks()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "landmarks.json")));
        return [.. document.RootElement.GetProperty("frames").EnumerateArray().Select(Points)];
    }

    /// <summary>The face as a polygon: along the jaw and back over the brows.</summary>
    /// <param name="landmarks">The frame's landmarks.</param>
    public static Vector2[] Outline(Vector2[] landmarks) =>
        [.. landmarks.Take(JawPoints), .. landmarks.Skip(JawPoints).Take(BrowPoints).Reverse()];

    private static Vector2[] Points(JsonElement frame) =>
        [.. frame.GetProperty("points").EnumerateArray().Select(place => new Vector2(place[0].GetSingle(), place[1].GetSingle()))];
}
