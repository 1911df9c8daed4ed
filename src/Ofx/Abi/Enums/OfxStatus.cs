// Values as in the OpenFX 1.5 header ofxCore.h, ofxImageEffect.h and ofxGPURender.h.
namespace FaceFusion.Ofx.Abi;

/// <summary>What every action and every suite function answers.</summary>
public enum OfxStatus
{
    /// <summary>It worked.</summary>
    kOfxStatOK = 0,

    /// <summary>It failed.</summary>
    kOfxStatFailed = 1,

    /// <summary>It failed so that the object cannot be used any more.</summary>
    kOfxStatErrFatal = 2,

    /// <summary>The name or object is unknown.</summary>
    kOfxStatErrUnknown = 3,

    /// <summary>The host lacks what the plug-in needs.</summary>
    kOfxStatErrMissingHostFeature = 4,

    /// <summary>The call is not supported.</summary>
    kOfxStatErrUnsupported = 5,

    /// <summary>The object exists already.</summary>
    kOfxStatErrExists = 6,

    /// <summary>The format is wrong.</summary>
    kOfxStatErrFormat = 7,

    /// <summary>Memory ran out.</summary>
    kOfxStatErrMemory = 8,

    /// <summary>The handle is not valid.</summary>
    kOfxStatErrBadHandle = 9,

    /// <summary>The index is out of range.</summary>
    kOfxStatErrBadIndex = 10,

    /// <summary>The value is not legal.</summary>
    kOfxStatErrValue = 11,

    /// <summary>Yes.</summary>
    kOfxStatReplyYes = 12,

    /// <summary>No.</summary>
    kOfxStatReplyNo = 13,

    /// <summary>The host shall do its default.</summary>
    kOfxStatReplyDefault = 14,

    /// <summary>The plug-in has no licence.</summary>
    kOfxStatUnlicensed = 15,

    /// <summary>The image format is not supported.</summary>
    kOfxStatErrImageFormat = 1000,

    /// <summary>The GPU ran out of memory.</summary>
    kOfxStatGPUOutOfMemory = 1001,

    /// <summary>Rendering on the GPU failed; the host may try the CPU.</summary>
    kOfxStatGPURenderFailed = 1002,
}
