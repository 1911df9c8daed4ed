// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of overlay interacts, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxInteractProps
{
    /// <summary><c>OfxInteractPropSlaveToParam</c> (ofxInteract.h; string × N).</summary>
    public const string kOfxInteractPropSlaveToParam = "OfxInteractPropSlaveToParam";

    /// <summary><c>OfxInteractPropPixelScale</c> (ofxInteract.h; double × 2).</summary>
    public const string kOfxInteractPropPixelScale = "OfxInteractPropPixelScale";

    /// <summary><c>OfxInteractPropBackgroundColour</c> (ofxInteract.h; double × 3).</summary>
    public const string kOfxInteractPropBackgroundColour = "OfxInteractPropBackgroundColour";

    /// <summary><c>OfxInteractPropSuggestedColour</c> (ofxInteract.h; double × 3).</summary>
    public const string kOfxInteractPropSuggestedColour = "OfxInteractPropSuggestedColour";

    /// <summary><c>OfxInteractPropPenPosition</c> (ofxInteract.h; double × 2).</summary>
    public const string kOfxInteractPropPenPosition = "OfxInteractPropPenPosition";

    /// <summary><c>OfxInteractPropPenViewportPosition</c> (ofxInteract.h; int × 2).</summary>
    public const string kOfxInteractPropPenViewportPosition = "OfxInteractPropPenViewportPosition";

    /// <summary><c>OfxInteractPropPenPressure</c> (ofxInteract.h; double × 1).</summary>
    public const string kOfxInteractPropPenPressure = "OfxInteractPropPenPressure";

    /// <summary><c>OfxInteractPropBitDepth</c> (ofxInteract.h; int × 1).</summary>
    public const string kOfxInteractPropBitDepth = "OfxInteractPropBitDepth";

    /// <summary><c>OfxInteractPropHasAlpha</c> (ofxInteract.h; bool × 1).</summary>
    public const string kOfxInteractPropHasAlpha = "OfxInteractPropHasAlpha";

    /// <summary><c>OfxInteractPropDrawContext</c> (ofxDrawSuite.h; pointer × 1).</summary>
    public const string kOfxInteractPropDrawContext = "OfxInteractPropDrawContext";
}
