namespace FaceFusion.Cli.Media;

/// <summary>
/// How a YUV stream's code values are meant (ITU-T H.273), in FFmpeg's names; <see langword="null"/> where the file
/// doesn't tell.
/// </summary>
/// <param name="Matrix">YUV ⇄ RGB: <c>bt709</c>, <c>smpte170m</c>, <c>bt2020nc</c>…</param>
/// <param name="Range"><c>tv</c> (16–235) or <c>pc</c> (0–255).</param>
/// <param name="Primaries">Primaries: <c>bt709</c>, <c>bt2020</c>…</param>
/// <param name="Transfer">Transfer function: <c>bt709</c>, <c>iec61966-2-1</c> (sRGB), <c>smpte2084</c>…</param>
internal sealed record ColourTags(string? Matrix, string? Range, string? Primaries, string? Transfer)
{
    private const int HighDefinitionRows = 720;

    /// <summary>Nothing is known.</summary>
    public static ColourTags Unknown { get; } = new(null, null, null, null);

    /// <summary>Rec.709 primaries with the sRGB curve: what RGB pictures are made for.</summary>
    public static ColourTags Srgb { get; } = new(null, null, "bt709", "iec61966-2-1");

    /// <summary>The matrix, or for an untagged picture the one players assume: Rec.709 from 720 rows on, else Rec.601.</summary>
    public string MatrixFor(int height) => Matrix ?? (height >= HighDefinitionRows ? "bt709" : "smpte170m");

    /// <summary>The name that the <c>scale</c> filter has for a matrix.</summary>
    public static string ScaleName(string matrix) => matrix switch
    {
        "bt709" or "fcc" or "smpte240m" => matrix,
        "bt2020nc" or "bt2020c" => "bt2020",
        _ => "smpte170m",
    };

    /// <summary>Whether the <c>scale</c> filter can convert with a matrix of that name.</summary>
    public static bool IsUsable(string? matrix) =>
        matrix is "bt709" or "fcc" or "smpte240m" or "bt2020nc" or "bt2020c" or "bt470bg" or "smpte170m";
}
