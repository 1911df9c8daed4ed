namespace FaceFusion.Node.Images;

/// <summary>
/// What the artist says of a plate's numbers. The order is that of the parameter's options, and projects and presets
/// refer to number and name: new spaces go to the end, none is ever renamed. <see cref="InputSpaces"/> says what they are.
/// </summary>
internal enum InputSpace
{
    /// <summary>What the host says of the clip, else by host and bit depth.</summary>
    Automatic,

    /// <summary>Display-referred: sRGB, or Rec.709 taken for it.</summary>
    Display,

    /// <summary>Scene-linear light, Rec.709 primaries.</summary>
    SceneLinear,

    /// <summary>ACEScg: scene-linear light, AP1 primaries.</summary>
    AcesCg,

    /// <summary>ACES2065-1: scene-linear light, AP0 primaries.</summary>
    Aces2065,

    /// <summary>Scene-linear light, Rec.2020 primaries.</summary>
    LinearRec2020,

    /// <summary>Rec.709 video as a BT.1886 display shows it.</summary>
    Rec709,

    /// <summary>ACEScct.</summary>
    AcesCct,

    /// <summary>ARRI LogC3 at EI 800, ARRI Wide Gamut 3.</summary>
    LogC3,

    /// <summary>ARRI LogC4, ARRI Wide Gamut 4.</summary>
    LogC4,

    /// <summary>Sony S-Log3, S-Gamut3.Cine.</summary>
    SLog3Cine,

    /// <summary>Sony S-Log3, S-Gamut3.</summary>
    SLog3,

    /// <summary>PQ, Rec.2020 primaries.</summary>
    Pq,

    /// <summary>HLG, Rec.2020 primaries.</summary>
    Hlg,
}
