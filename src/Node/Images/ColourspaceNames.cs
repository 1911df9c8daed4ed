using System.Text;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Node.Images;

/// <summary>
/// What a colour space's name stands for: names, labels and roles of the OpenFX 1.5 native configuration
/// (ofx-native-v1.5_aces-v1.3_ocio-v2.3), and those of the configurations that hosts bring along (OpenColorIO's ACES
/// configurations 1.x to 4.x, ACES 1.2's, Nuke's own). Capitals, spaces and signs don't count.
/// </summary>
internal static class ColourspaceNames
{
    // Looked at first when a clip has a name: describing the node reads nothing of it.
    private static readonly Lazy<Dictionary<string, NetworkSpace>> Known = new(CreateKnown);

    // Spaces of other cameras. Their log pictures look to the networks like flat display-referred ones; as light they
    // would be all highlight. Light of a gamut that isn't known is light all the same.
    private static readonly string[] OtherLogs =
        ["ofxscenelog", "adx1", "bmdfilm", "davinciintermediate", "canonlog", "vlog", "log3g", "cineon", "redlog", "panalog", "viperlog"];

    private static readonly string[] OtherLight = ["lin_", "linear ", "utility - linear"];
    private static readonly string[] OtherDisplays = ["_display", "_tx", " - display", " - texture"];

    /// <summary>The space, without highlight roll-off; <see langword="null"/> when the name says nothing: it is unknown, raw, or XYZ.</summary>
    /// <param name="name">The name; "" for none.</param>
    public static NetworkSpace? Find(string name)
    {
        if (name.Length == 0)
            return null;

        string key = KeyOf(name), lower = name.ToLowerInvariant();
        if (Known.Value.TryGetValue(key, out NetworkSpace space))
            return space;
        if (Array.Exists(OtherLight, beginning => lower.StartsWith(beginning, StringComparison.Ordinal)))
            return new NetworkSpace(TransferCurve.SceneLinear, HighlightRollOff: false);

        bool isDisplay = key == "ofxdisplayhdr" || Array.Exists(OtherLogs, beginning => key.StartsWith(beginning, StringComparison.Ordinal))
            || Array.Exists(OtherDisplays, ending => lower.EndsWith(ending, StringComparison.Ordinal));
        return isDisplay ? new NetworkSpace(TransferCurve.Display, HighlightRollOff: false) : null;
    }

    private static Dictionary<string, NetworkSpace> CreateKnown()
    {
        Dictionary<string, NetworkSpace> known = new(StringComparer.Ordinal);

        // Light. The role scene_linear is ACEScg in every ACES configuration.
        Add(TransferCurve.SceneLinear, ColourPrimaries.Rec709,
            "ofx_scene_linear", "lin_rec709_srgb", "Linear Rec.709 (sRGB)", "lin_rec709", "lin_srgb", "Utility - Linear - sRGB", "Utility - Linear - Rec.709", "linear");
        Add(TransferCurve.SceneLinear, ColourPrimaries.AcesAp1,
            "ACEScg", "ACES - ACEScg", "lin_ap1", "lin_ap1_scene", "scene_linear", "rendering", "compositing_linear");
        Add(TransferCurve.SceneLinear, ColourPrimaries.AcesAp0,
            "ACES2065-1", "ACES - ACES2065-1", "lin_ap0", "lin_ap0_scene", "aces_interchange");
        Add(TransferCurve.SceneLinear, ColourPrimaries.Rec2020, "lin_rec2020", "Linear Rec.2020", "Utility - Linear - Rec.2020");
        Add(TransferCurve.SceneLinear, ColourPrimaries.P3D65, "lin_p3d65", "Linear P3-D65", "Utility - Linear - P3-D65");
        Add(TransferCurve.SceneLinear, ColourPrimaries.ArriWideGamut3,
            "lin_arri_wide_gamut_3", "Linear ARRI Wide Gamut 3", "Input - ARRI - Linear - ALEXA Wide Gamut");
        Add(TransferCurve.SceneLinear, ColourPrimaries.ArriWideGamut4,
            "lin_arri_wide_gamut_4", "Linear ARRI Wide Gamut 4", "Input - ARRI - Linear - ARRI Wide Gamut 4");
        Add(TransferCurve.SceneLinear, ColourPrimaries.SGamut3,
            "lin_sgamut3", "Linear S-Gamut3", "lin_venice_sgamut3", "Linear Venice S-Gamut3", "Input - Sony - Linear - S-Gamut3");
        Add(TransferCurve.SceneLinear, ColourPrimaries.SGamut3Cine,
            "lin_sgamut3cine", "Linear S-Gamut3.Cine", "lin_venice_sgamut3cine", "Linear Venice S-Gamut3.Cine", "Input - Sony - Linear - S-Gamut3.Cine");

        // Displays.
        Add(TransferCurve.Display, ColourPrimaries.Rec709,
            "ofx_display_sdr", "srgb_display", "sRGB - Display", "srgb_tx", "sRGB - Texture", "srgb_texture", "sRGB Encoded Rec.709 (sRGB)",
            "Utility - sRGB - Texture", "Output - sRGB", "Input - Generic - sRGB - Texture", "sRGB", "color_picking", "texture_paint");
        Add(TransferCurve.Display, ColourPrimaries.AcesAp1, "srgb_encoded_ap1_tx", "sRGB Encoded AP1 - Texture", "sRGB Encoded AP1");
        Add(TransferCurve.Display, ColourPrimaries.P3D65,
            "displayp3_display", "Display P3 - Display", "srgb_encoded_p3d65_tx", "sRGB Encoded P3-D65 - Texture", "sRGB Encoded P3-D65");
        Add(TransferCurve.Bt1886, ColourPrimaries.Rec709,
            "rec1886_rec709_display", "Rec.1886 Rec.709 - Display", "g24_rec709_tx", "Gamma 2.4 Rec.709 - Texture", "Gamma 2.4 Encoded Rec.709",
            "camera_rec709", "Camera Rec.709", "Output - Rec.709", "Utility - Rec.709 - Camera", "rec709");
        Add(TransferCurve.Bt1886, ColourPrimaries.Rec2020, "rec1886_rec2020_display", "Rec.1886 Rec.2020 - Display", "Output - Rec.2020");
        Add(TransferCurve.Pq, ColourPrimaries.Rec2020,
            "rec2100_pq_display", "Rec.2100-PQ - Display", "Output - Rec.2020 ST2084 (1000 nits)", "Output - Rec.2020 ST2084 (2000 nits)", "Output - Rec.2020 ST2084 (4000 nits)");
        Add(TransferCurve.Pq, ColourPrimaries.P3D65, "st2084_p3d65_display", "ST2084-P3-D65 - Display");
        Add(TransferCurve.Hlg, ColourPrimaries.Rec2020, "rec2100_hlg_display", "Rec.2100-HLG - Display", "Output - Rec.2020 HLG (1000 nits)");

        // Logs. ACEScc differs from ACEScct in the deepest shadows alone; the primaries of Sony's Venice hardly from S-Gamut3's.
        Add(TransferCurve.AcesCct, ColourPrimaries.AcesAp1,
            "ACEScct", "ACES - ACEScct", "ACEScc", "ACES - ACEScc", "color_timing", "compositing_log", "matte_paint");
        Add(TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3,
            "arri_logc3_ei800", "ARRI LogC3 (EI800)", "Input - ARRI - V3 LogC (EI800) - Wide Gamut", "AlexaV3LogC");
        Add(TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4, "arri_logc4", "ARRI LogC4", "Input - ARRI - LogC4");
        Add(TransferCurve.SLog3, ColourPrimaries.SGamut3,
            "slog3_sgamut3", "S-Log3 S-Gamut3", "slog3_venice_sgamut3", "S-Log3 Venice S-Gamut3", "Input - Sony - S-Log3 - S-Gamut3", "SLog3");
        Add(TransferCurve.SLog3, ColourPrimaries.SGamut3Cine,
            "slog3_sgamut3cine", "S-Log3 S-Gamut3.Cine", "slog3_venice_sgamut3cine", "S-Log3 Venice S-Gamut3.Cine", "Input - Sony - S-Log3 - S-Gamut3.Cine");
        return known;

        void Add(TransferCurve curve, ColourPrimaries primaries, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                known[KeyOf(name)] = new NetworkSpace(curve, HighlightRollOff: false) { Primaries = primaries };
        }
    }

    private static string KeyOf(string name)
    {
        StringBuilder key = new(name.Length);
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
