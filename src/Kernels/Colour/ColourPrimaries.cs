namespace FaceFusion.Kernels.Colour;

/// <summary>
/// Which red, green and blue a host's pixels are mixed of; <see cref="Spaces.Chromaticities"/> holds their places. Values end in saved keys
/// and never change.
/// </summary>
public enum ColourPrimaries
{
    /// <summary>Rec. ITU-R BT.709 and sRGB.</summary>
    Rec709,

    /// <summary>ACES AP1: ACEScg and ACEScct (Academy S-2014-004).</summary>
    AcesAp1,

    /// <summary>ACES AP0: ACES2065-1 (SMPTE ST 2065-1).</summary>
    AcesAp0,

    /// <summary>Rec. ITU-R BT.2020 and BT.2100.</summary>
    Rec2020,

    /// <summary>P3 with the white point D65 (SMPTE EG 432-1).</summary>
    P3D65,

    /// <summary>ARRI Wide Gamut 3.</summary>
    ArriWideGamut3,

    /// <summary>ARRI Wide Gamut 4.</summary>
    ArriWideGamut4,

    /// <summary>Sony S-Gamut3.</summary>
    SGamut3,

    /// <summary>Sony S-Gamut3.Cine.</summary>
    SGamut3Cine,
}
