using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media;

/// <summary>
/// What a source's numbers mean, in the names of OpenFX's native colour configuration
/// (ofx-native-v1.5_aces-v1.3_ocio-v2.3), as a host tells them to a plug-in.
/// </summary>
internal static class SourceColour
{
    private static readonly (string Name, string Colourspace)[] Table =
    [
        ("display", "srgb_display"),
        ("rec709", "rec1886_rec709_display"),
        ("linear-rec709", "lin_rec709_srgb"),
        ("acescg", "ACEScg"),
        ("aces2065-1", "ACES2065-1"),
        ("linear-rec2020", "lin_rec2020"),
        ("acescct", "ACEScct"),
        ("logc3", "arri_logc3_ei800"),
        ("logc4", "arri_logc4"),
        ("slog3-cine", "slog3_sgamut3cine"),
        ("slog3", "slog3_sgamut3"),
        ("pq", "rec2100_pq_display"),
        ("hlg", "rec2100_hlg_display"),
    ];

    /// <summary>The names that the command line knows.</summary>
    public static string[] Names { get; } = Array.ConvertAll(Table, row => row.Name);

    /// <summary>OpenFX's name for one of <see cref="Names"/>.</summary>
    public static string Named(string name) => Array.Find(Table, row => row.Name == name).Colourspace;

    /// <summary>
    /// What the user or the file says; else floats are light of any primaries, and integers are made for a display.
    /// </summary>
    /// <param name="media">The source.</param>
    public static string Of(MediaSource media) => media.Colourspace
        ?? (media.Depth == PixelDepth.Float ? "ofx_scene_linear" : OfTags(media.Colour));

    /// <summary>What a file's colour tags say (ITU-T H.273).</summary>
    /// <param name="tags">The tags, in FFmpeg's names.</param>
    public static string OfTags(ColourTags tags)
    {
        bool isRec2020 = tags.Primaries == "bt2020";
        return tags.Transfer switch
        {
            "smpte2084" => tags.Primaries == "smpte432" ? "st2084_p3d65_display" : "rec2100_pq_display",
            "arib-std-b67" => "rec2100_hlg_display",
            "linear" => isRec2020 ? "lin_rec2020" : "lin_rec709_srgb",
            "iec61966-2-1" => tags.Primaries == "smpte432" ? "displayp3_display" : "srgb_display",
            "bt709" or "smpte170m" or "bt2020-10" or "bt2020-12" => isRec2020 ? "rec1886_rec2020_display" : "rec1886_rec709_display",
            _ => "ofx_display_sdr",
        };
    }
}
