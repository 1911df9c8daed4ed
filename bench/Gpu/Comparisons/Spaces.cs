using FaceFusion.Kernels.Colour;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>The colour spaces in which cards are compared with the processor: every curve, some primaries, with and without the roll-off.</summary>
internal static class Spaces
{
    public static IReadOnlyList<NetworkSpace> All { get; } =
    [
        NetworkSpace.Working,
        new(TransferCurve.Display, HighlightRollOff: true) { Primaries = ColourPrimaries.P3D65 },
        new(TransferCurve.SceneLinear, HighlightRollOff: true),
        new(TransferCurve.SceneLinear, HighlightRollOff: false) { Primaries = ColourPrimaries.AcesAp1 },
        new(TransferCurve.Bt1886, HighlightRollOff: false),
        new(TransferCurve.AcesCct, HighlightRollOff: true) { Primaries = ColourPrimaries.AcesAp1 },
        new(TransferCurve.LogC3, HighlightRollOff: true) { Primaries = ColourPrimaries.ArriWideGamut3 },
        new(TransferCurve.LogC4, HighlightRollOff: true) { Primaries = ColourPrimaries.ArriWideGamut4 },
        new(TransferCurve.SLog3, HighlightRollOff: true) { Primaries = ColourPrimaries.SGamut3Cine },
        new(TransferCurve.Pq, HighlightRollOff: true) { Primaries = ColourPrimaries.Rec2020 },
        new(TransferCurve.Hlg, HighlightRollOff: true) { Primaries = ColourPrimaries.Rec2020 },
    ];
}
