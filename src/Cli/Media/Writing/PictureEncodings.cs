using FaceFusion.Cli.Media.Reading;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>
/// How pictures become image files. Except for JPEG the raw layout is the encoder's own, so that FFmpeg converts
/// nothing and samples are stored as they are.
/// </summary>
internal static class PictureEncodings
{
    /// <summary>PNG, 8 or 16 bits.</summary>
    public static FrameEncoding Png(EncodingRequest request) => request.Depth == PixelDepth.Byte
        ? new(request.HasAlpha ? "rgba" : "rgb24", ["-c:v", "png"])
        : new(request.HasAlpha ? "rgba64be" : "rgb48be", ["-c:v", "png"]);

    /// <summary>OpenEXR in blocks of 16 rows (ZIP): halves for sources that halves can hold, else floats.</summary>
    public static FrameEncoding Exr(EncodingRequest request)
    {
        bool half = request.IsHalf || request.Bits <= 8;
        return new(
            request.HasAlpha ? "gbrapf32le" : "gbrpf32le",
            ["-c:v", "exr", "-compression", "zip16", "-format", half ? "half" : "float"],
            RoundToHalf: half);
    }

    /// <summary>TIFF with deflate, 8 or 16 bits.</summary>
    public static FrameEncoding Tiff(EncodingRequest request) => request.Depth == PixelDepth.Byte
        ? new(request.HasAlpha ? "rgba" : "rgb24", ["-c:v", "tiff", "-compression_algo", "deflate"])
        : new(request.HasAlpha ? "rgba64le" : "rgb48le", ["-c:v", "tiff", "-compression_algo", "deflate"]);

    /// <summary>DPX with the source's bits: 8, 10, 12 or 16; with alpha 8 or 16.</summary>
    public static FrameEncoding Dpx(EncodingRequest request)
    {
        string layout = request switch
        {
            { Depth: PixelDepth.Byte } => request.HasAlpha ? "rgba" : "rgb24",
            { HasAlpha: true } => "rgba64be",
            { Bits: <= 10 } => "gbrp10be",
            { Bits: <= 12 } => "gbrp12be",
            _ => "rgb48be",
        };
        return new(layout, ["-c:v", "dpx"]);
    }

    /// <summary>JPEG without chroma subsampling, at the best quality; JFIF's full-range Rec.601 YCbCr.</summary>
    public static FrameEncoding Jpeg { get; } = new(
        "rgba",
        ["-c:v", "mjpeg", "-q:v", "1", "-qmin", "1"],
        $"scale=in_range=pc:out_range=pc:out_color_matrix=smpte170m:{ReaderArguments.ScalerFlags},format=yuvj444p");
}
