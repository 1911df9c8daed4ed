namespace FaceFusion.Inference.Native;

/// <summary><c>OrtApiBase</c> of onnxruntime_c_api.h: what the library's one export, <c>OrtGetApiBase</c>, returns.</summary>
internal unsafe struct OrtApiBase
{
    /// <summary>The function table of an API version, or null when the library is older than that version.</summary>
    public delegate* unmanaged<uint, void**> GetApi;

    /// <summary>The library's version as a UTF-8 string that is not the caller's to free.</summary>
    public delegate* unmanaged<byte*> GetVersionString;
}
