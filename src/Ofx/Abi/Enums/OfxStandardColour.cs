// Values as in the OpenFX 1.5 header ofxDrawSuite.h.
namespace FaceFusion.Ofx.Abi;

/// <summary>Colours that a host offers for overlays.</summary>
public enum OfxStandardColour
{
    /// <summary>Background.</summary>
    kOfxStandardColourOverlayBackground = 0,

    /// <summary>Active element.</summary>
    kOfxStandardColourOverlayActive = 1,

    /// <summary>Selected element.</summary>
    kOfxStandardColourOverlaySelected = 2,

    /// <summary>Element that is not selected.</summary>
    kOfxStandardColourOverlayDeselected = 3,

    /// <summary>Marquee, foreground.</summary>
    kOfxStandardColourOverlayMarqueeFG = 4,

    /// <summary>Marquee, background.</summary>
    kOfxStandardColourOverlayMarqueeBG = 5,

    /// <summary>Text.</summary>
    kOfxStandardColourOverlayText = 6,
}
