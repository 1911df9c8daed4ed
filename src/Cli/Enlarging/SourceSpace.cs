using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Cli.Enlarging;

/// <summary>What a source's numbers mean, as kernels take it; the node has its own reading of the same names.</summary>
internal static class SourceSpace
{
    private static readonly Dictionary<string, (TransferCurve Curve, ColourPrimaries Primaries)> Known = new(StringComparer.Ordinal)
    {
        ["ofx_scene_linear"] = (TransferCurve.SceneLinear, ColourPrimaries.Rec709),
        ["lin_rec709_srgb"] = (TransferCurve.SceneLinear, ColourPrimaries.Rec709),
        ["ACEScg"] = (TransferCurve.SceneLinear, ColourPrimaries.AcesAp1),
        ["ACES2065-1"] = (TransferCurve.SceneLinear, ColourPrimaries.AcesAp0),
        ["lin_rec2020"] = (TransferCurve.SceneLinear, ColourPrimaries.Rec2020),
        ["lin_p3d65"] = (TransferCurve.SceneLinear, ColourPrimaries.P3D65),
        ["rec1886_rec709_display"] = (TransferCurve.Bt1886, ColourPrimaries.Rec709),
        ["rec1886_rec2020_display"] = (TransferCurve.Bt1886, ColourPrimaries.Rec2020),
        ["displayp3_display"] = (TransferCurve.Display, ColourPrimaries.P3D65),
        ["ACEScct"] = (TransferCurve.AcesCct, ColourPrimaries.AcesAp1),
        ["arri_logc3_ei800"] = (TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3),
        ["arri_logc4"] = (TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4),
        ["slog3_sgamut3cine"] = (TransferCurve.SLog3, ColourPrimaries.SGamut3Cine),
        ["slog3_sgamut3"] = (TransferCurve.SLog3, ColourPrimaries.SGamut3),
        ["rec2100_pq_display"] = (TransferCurve.Pq, ColourPrimaries.Rec2020),
        ["st2084_p3d65_display"] = (TransferCurve.Pq, ColourPrimaries.P3D65),
        ["rec2100_hlg_display"] = (TransferCurve.Hlg, ColourPrimaries.Rec2020),
    };

    /// <summary>The space of a source; highlights are rolled off where its numbers may hold more than a display's white.</summary>
    /// <param name="source">The source.</param>
    public static NetworkSpace Of(MediaSource source)
    {
        (TransferCurve curve, ColourPrimaries primaries) = Known.GetValueOrDefault(SourceColour.Of(source), (TransferCurve.Display, ColourPrimaries.Rec709));
        bool isDisplay = curve is TransferCurve.Display or TransferCurve.Bt1886 && source.Depth != PixelDepth.Float;
        return new NetworkSpace(curve, HighlightRollOff: !isDisplay) { Primaries = primaries };
    }
}
