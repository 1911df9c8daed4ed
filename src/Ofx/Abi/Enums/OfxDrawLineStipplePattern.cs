// Values as in the OpenFX 1.5 header ofxDrawSuite.h.
namespace FaceFusion.Ofx.Abi;

/// <summary>Line patterns.</summary>
public enum OfxDrawLineStipplePattern
{
    /// <summary>No gaps.</summary>
    kOfxDrawLineStipplePatternSolid = 0,

    /// <summary>Dots.</summary>
    kOfxDrawLineStipplePatternDot = 1,

    /// <summary>Dashes.</summary>
    kOfxDrawLineStipplePatternDash = 2,

    /// <summary>Alternating dashes.</summary>
    kOfxDrawLineStipplePatternAltDash = 3,

    /// <summary>Dots and dashes.</summary>
    kOfxDrawLineStipplePatternDotDash = 4,
}
