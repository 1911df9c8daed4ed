// Values as in the OpenFX 1.5 header ofxDrawSuite.h.
namespace FaceFusion.Ofx.Abi;

/// <summary>Primitives.</summary>
public enum OfxDrawPrimitive
{
    /// <summary>Separate lines, two points each.</summary>
    kOfxDrawPrimitiveLines = 0,

    /// <summary>Connected lines.</summary>
    kOfxDrawPrimitiveLineStrip = 1,

    /// <summary>Connected lines, closed.</summary>
    kOfxDrawPrimitiveLineLoop = 2,

    /// <summary>Axis-aligned rectangle, two points.</summary>
    kOfxDrawPrimitiveRectangle = 3,

    /// <summary>Filled polygon.</summary>
    kOfxDrawPrimitivePolygon = 4,

    /// <summary>Ellipse inside a box, two points.</summary>
    kOfxDrawPrimitiveEllipse = 5,
}
