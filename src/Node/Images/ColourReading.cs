using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Hosts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Images;

/// <summary>Decides what a clip's numbers mean.</summary>
internal static class ColourReading
{
    // Names and roles of the OpenFX 1.5 native configuration (ofx-native-v1.5_aces-v1.3_ocio-v2.3), by its encodings. What
    // is neither (raw, XYZ) or not known (names of other configurations) says nothing.
    private static readonly string[] SceneLinearNames = ["ofx_scene_linear", "scene_linear", "ACEScg", "ACES2065-1", "aces_interchange"];
    private static readonly string[] SceneLinearBeginnings = ["lin_"];

    // Log pictures look to the networks like flat display-referred ones; as light they would be all highlight.
    private static readonly string[] DisplayNames =
    [
        "ofx_display_sdr", "ofx_display_hdr", "ofx_scene_log", "camera_rec709", "ACEScc", "ACEScct", "ADX10", "ADX16",
        "compositing_log", "color_timing",
    ];

    private static readonly string[] DisplayBeginnings =
        ["arri_logc", "bmdfilm_", "davinci_intermediate_", "canonlog", "vlog_", "log3g10_", "slog3_"];

    private static readonly string[] DisplayEndings = ["_display", "_tx"];

    /// <summary>The space of a clip's pixels.</summary>
    /// <param name="choice">What the artist chose.</param>
    /// <param name="colourspace">What the host says of the clip; "" when it says nothing.</param>
    /// <param name="bitDepth">One of <see cref="OfxBitDepths"/>.</param>
    /// <param name="quirks">The host's row.</param>
    public static NetworkSpace Read(InputSpace choice, string colourspace, string bitDepth, HostQuirks quirks)
    {
        bool isFloat = bitDepth is OfxBitDepths.kOfxBitDepthFloat or OfxBitDepths.kOfxBitDepthHalf;
        TransferCurve curve = choice switch
        {
            InputSpace.Display => TransferCurve.Display,
            InputSpace.SceneLinear => TransferCurve.SceneLinear,
            _ => FromName(colourspace)
                ?? (isFloat && !quirks.FloatIsDisplayReferred ? TransferCurve.SceneLinear : TransferCurve.Display),
        };

        // Integers end at 1: there is nothing to roll off, and white stays white for the networks.
        return new NetworkSpace(curve, HighlightRollOff: isFloat);
    }

    private static TransferCurve? FromName(string colourspace)
    {
        if (SceneLinearNames.Contains(colourspace) || BeginsWith(SceneLinearBeginnings))
            return TransferCurve.SceneLinear;

        bool isDisplay = DisplayNames.Contains(colourspace) || BeginsWith(DisplayBeginnings)
            || Array.Exists(DisplayEndings, ending => colourspace.EndsWith(ending, StringComparison.Ordinal));
        return isDisplay ? TransferCurve.Display : null;

        bool BeginsWith(string[] beginnings) =>
            Array.Exists(beginnings, beginning => colourspace.StartsWith(beginning, StringComparison.Ordinal));
    }
}
