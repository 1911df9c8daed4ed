using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Hosts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Images;

/// <summary>Decides what a clip's numbers mean.</summary>
internal static class ColourReading
{
    // Names of the OpenFX 1.5 native colour configuration; every other scene-linear one begins with "lin_".
    private static readonly string[] SceneLinearNames = ["ofx_scene_linear", "ACEScg", "ACES2065-1"];
    private static readonly string[] DisplayEndings = ["_display", "_tx"];
    private static readonly string[] DisplayNames = ["ofx_display_sdr", "ofx_display_hdr"];

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
        if (colourspace.StartsWith("lin_", StringComparison.Ordinal) || SceneLinearNames.Contains(colourspace))
            return TransferCurve.SceneLinear;

        bool isDisplay = DisplayNames.Contains(colourspace)
            || Array.Exists(DisplayEndings, ending => colourspace.EndsWith(ending, StringComparison.Ordinal));
        return isDisplay ? TransferCurve.Display : null;
    }
}
