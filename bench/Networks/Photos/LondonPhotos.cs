using System.Globalization;
using System.Numerics;

namespace FaceFusion.Networks.Photos;

/// <summary>The Face Research Lab London Set: 82 people, neutral and smiling, with points that people placed.</summary>
/// <param name="shared">The folder of the shared material.</param>
internal sealed class LondonPhotos(string shared)
{
    /// <summary>The neutral pictures, one a person.</summary>
    public IReadOnlyList<string> Neutral { get; } = In(shared, "london_neutral");

    /// <summary>The smiling pictures, one a person.</summary>
    public IReadOnlyList<string> Smiling { get; } = In(shared, "london_smiling");

    /// <summary>Both pupils of a neutral picture, the viewer-left first, in its pixels.</summary>
    public static (Vector2 Left, Vector2 Right) Pupils(string picture)
    {
        // The points were placed at twice the picture's size; the first two are the pupils.
        Vector2[] points = [.. File.ReadLines(Path.ChangeExtension(picture, ".tem")).Skip(1).Take(2).Select(line =>
        {
            string[] numbers = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            return 0.5f * new Vector2(float.Parse(numbers[0], CultureInfo.InvariantCulture), float.Parse(numbers[1], CultureInfo.InvariantCulture));
        })];
        return (points[0], points[1]);
    }

    private static string[] In(string shared, string folder) =>
        [.. Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal)];
}
