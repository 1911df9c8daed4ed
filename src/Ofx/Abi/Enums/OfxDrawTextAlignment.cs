// Values as in the OpenFX 1.5 header ofxDrawSuite.h.
namespace FaceFusion.Ofx.Abi;

/// <summary>Alignment of text; left, right, top, bottom and baseline combine.</summary>
[Flags]
public enum OfxDrawTextAlignment
{
    /// <summary>Left.</summary>
    kOfxDrawTextAlignmentLeft = 1,

    /// <summary>Right.</summary>
    kOfxDrawTextAlignmentRight = 2,

    /// <summary>Top.</summary>
    kOfxDrawTextAlignmentTop = 4,

    /// <summary>Bottom.</summary>
    kOfxDrawTextAlignmentBottom = 8,

    /// <summary>Baseline.</summary>
    kOfxDrawTextAlignmentBaseline = 16,

    /// <summary>Centred horizontally.</summary>
    kOfxDrawTextAlignmentCenterH = 3,

    /// <summary>Centred vertically.</summary>
    kOfxDrawTextAlignmentCenterV = 20,
}
