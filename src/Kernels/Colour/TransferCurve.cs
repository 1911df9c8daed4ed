namespace FaceFusion.Kernels.Colour;

/// <summary>
/// What the numbers of a host's pixels mean: their curve between code value and light. Values end in saved keys and
/// never change.
/// </summary>
public enum TransferCurve
{
    /// <summary>Display-referred, sRGB or Rec.709 as seen: with Rec.709 primaries taken as they are.</summary>
    Display,

    /// <summary>
    /// Scene-linear light: encoded for the working space by the sRGB curve of IEC 61966-2-1, odd-symmetric below 0 and
    /// continued by its power law above 1.
    /// </summary>
    SceneLinear,

    /// <summary>Rec.709 video as a reference display shows it: a power of 2.4 (ITU-R BT.1886 with a black of 0), odd-symmetric below 0.</summary>
    Bt1886,

    /// <summary>ACEScct (Academy S-2016-001).</summary>
    AcesCct,

    /// <summary>ARRI LogC3 at EI 800, curve for linear scene exposure (ARRI, "ALEXA LogC Curve. Usage in VFX", 2017).</summary>
    LogC3,

    /// <summary>ARRI LogC4 (ARRI, "LogC4 Logarithmic Color Space. Specification", 2022).</summary>
    LogC4,

    /// <summary>Sony S-Log3 ("Technical Summary for S-Gamut3.Cine/S-Log3 and S-Gamut3/S-Log3").</summary>
    SLog3,

    /// <summary>PQ (SMPTE ST 2084, ITU-R BT.2100-2); 203 cd/m², the reference white of ITU-R BT.2408, is display white.</summary>
    Pq,

    /// <summary>
    /// HLG (ITU-R BT.2100-2) as scene light, without the display's system gamma; a signal of 0.75, the reference white of
    /// ITU-R BT.2408, is display white.
    /// </summary>
    Hlg,
}
