using System.Runtime.InteropServices;

namespace FaceFusion.Fusion.Stills;

/// <summary>The functions of libjpeg-turbo's TurboJPEG 2.x interface that decoding needs, named as in turbojpeg.h.</summary>
internal sealed unsafe class TurboJpegApi
{
    public const int TJPF_RGBA = 7;
    public const int TJCS_CMYK = 3;
    public const int TJCS_YCCK = 4;
    public const int TJERR_FATAL = 1;

    /// <summary>The exact integer transform: the same bits with and without SIMD.</summary>
    public const int TJFLAG_ACCURATEDCT = 4096;

    /// <summary>Refuses progressive files with more than 500 scans, which cost minutes.</summary>
    public const int TJFLAG_LIMITSCANS = 32768;

    public readonly delegate* unmanaged[Cdecl]<nint> tjInitDecompress;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int> tjDecompressHeader3;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte*, int, int, int, int, int, int> tjDecompress2;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*> tjGetErrorStr2;
    public readonly delegate* unmanaged[Cdecl]<nint, int> tjGetErrorCode;
    public readonly delegate* unmanaged[Cdecl]<nint, int> tjDestroy;

    private TurboJpegApi(CodecLibrary library)
    {
        tjInitDecompress = (delegate* unmanaged[Cdecl]<nint>)library.Export(nameof(tjInitDecompress));
        tjDecompressHeader3 = (delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int>)library.Export(nameof(tjDecompressHeader3));
        tjDecompress2 = (delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte*, int, int, int, int, int, int>)library.Export(nameof(tjDecompress2));
        tjGetErrorStr2 = (delegate* unmanaged[Cdecl]<nint, byte*>)library.Export(nameof(tjGetErrorStr2));
        tjGetErrorCode = (delegate* unmanaged[Cdecl]<nint, int>)library.Export(nameof(tjGetErrorCode));
        tjDestroy = (delegate* unmanaged[Cdecl]<nint, int>)library.Export(nameof(tjDestroy));
    }

    public static TurboJpegApi Load(IReadOnlyList<string> candidates) => new(CodecLibrary.Load(candidates, "A JPEG picture"));

    public string Error(nint handle) => Marshal.PtrToStringUTF8((nint)tjGetErrorStr2(handle)) ?? "no reason given";
}
