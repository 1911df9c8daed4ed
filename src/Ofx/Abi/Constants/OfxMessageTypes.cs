// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Kinds of message, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxMessageTypes
{
    /// <summary><c>OfxMessageFatal</c> (ofxMessage.h).</summary>
    public const string kOfxMessageFatal = "OfxMessageFatal";

    /// <summary><c>OfxMessageError</c> (ofxMessage.h).</summary>
    public const string kOfxMessageError = "OfxMessageError";

    /// <summary><c>OfxMessageWarning</c> (ofxMessage.h).</summary>
    public const string kOfxMessageWarning = "OfxMessageWarning";

    /// <summary><c>OfxMessageMessage</c> (ofxMessage.h).</summary>
    public const string kOfxMessageMessage = "OfxMessageMessage";

    /// <summary><c>OfxMessageLog</c> (ofxMessage.h).</summary>
    public const string kOfxMessageLog = "OfxMessageLog";

    /// <summary><c>OfxMessageQuestion</c> (ofxMessage.h).</summary>
    public const string kOfxMessageQuestion = "OfxMessageQuestion";
}
