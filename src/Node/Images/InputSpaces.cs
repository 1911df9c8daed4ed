using FaceFusion.Kernels.Colour;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Images;

/// <summary>The input spaces as artists see them, and what they are.</summary>
internal static class InputSpaces
{
    // In the order of InputSpace. Hosts store labels too: they stay as they are.
    private static readonly (InputSpace Choice, string Label, TransferCurve Curve, ColourPrimaries Primaries)[] Table =
    [
        (InputSpace.Automatic, "Automatic", TransferCurve.Display, ColourPrimaries.Rec709),
        (InputSpace.Display, "Display (sRGB, Rec.709)", TransferCurve.Display, ColourPrimaries.Rec709),
        (InputSpace.SceneLinear, "Scene-linear (Rec.709)", TransferCurve.SceneLinear, ColourPrimaries.Rec709),
        (InputSpace.AcesCg, "Scene-linear (ACEScg)", TransferCurve.SceneLinear, ColourPrimaries.AcesAp1),
        (InputSpace.Aces2065, "Scene-linear (ACES2065-1)", TransferCurve.SceneLinear, ColourPrimaries.AcesAp0),
        (InputSpace.LinearRec2020, "Scene-linear (Rec.2020)", TransferCurve.SceneLinear, ColourPrimaries.Rec2020),
        (InputSpace.Rec709, "Rec.709 (BT.1886)", TransferCurve.Bt1886, ColourPrimaries.Rec709),
        (InputSpace.AcesCct, "ACEScct", TransferCurve.AcesCct, ColourPrimaries.AcesAp1),
        (InputSpace.LogC3, "ARRI LogC3 (EI 800)", TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3),
        (InputSpace.LogC4, "ARRI LogC4", TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4),
        (InputSpace.SLog3Cine, "Sony S-Log3 (S-Gamut3.Cine)", TransferCurve.SLog3, ColourPrimaries.SGamut3Cine),
        (InputSpace.SLog3, "Sony S-Log3 (S-Gamut3)", TransferCurve.SLog3, ColourPrimaries.SGamut3),
        (InputSpace.Pq, "PQ (Rec.2020)", TransferCurve.Pq, ColourPrimaries.Rec2020),
        (InputSpace.Hlg, "HLG (Rec.2020)", TransferCurve.Hlg, ColourPrimaries.Rec2020),
    ];

    /// <summary>Defines the parameter.</summary>
    /// <param name="descriptor">Gets it.</param>
    /// <param name="group">The group it goes into.</param>
    public static void Define(EffectDescriptor descriptor, string group) =>
        descriptor.DefineChoice(NodeNames.InputSpace).Label("Input space").Parent(group)
            .Options(Array.ConvertAll(Table, row => row.Label)).Default((int)InputSpace.Automatic).Animates(false)
            .Hint("What the numbers of the plate and of the Identity clip mean. Automatic asks the host; else integers are display-referred, half and float scene-linear, but for hosts known to work otherwise. Choose when the plate is log, PQ, HLG or of a wide gamut and the host does not say so: the swap is made in one and the same space and comes back in the plate's.");

    /// <summary>What a choice is; display-referred for <see cref="InputSpace.Automatic"/>, which says nothing.</summary>
    /// <param name="choice">The choice.</param>
    public static NetworkSpace Of(InputSpace choice)
    {
        var row = Array.Find(Table, entry => entry.Choice == choice);
        return new NetworkSpace(row.Curve, HighlightRollOff: false) { Primaries = row.Primaries };
    }
}
