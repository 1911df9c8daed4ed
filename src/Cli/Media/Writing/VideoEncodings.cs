using FaceFusion.Cli.Media.Reading;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>How pictures become a video.</summary>
internal static class VideoEncodings
{
    /// <summary>H.264, visually lossless (CRF 16), 4:2:0; 4:4:4 when a side is odd, as 4:2:0 can't hold that.</summary>
    public static FrameEncoding H264(EncodingRequest request)
    {
        bool even = request.Width % 2 == 0 && request.Height % 2 == 0;
        return Yuv(request, ["-c:v", "libx264", "-preset", "medium", "-crf", "16", "-movflags", "+faststart"], even ? "yuv420p" : "yuv444p");
    }

    /// <summary>ProRes 4444, with alpha where there is one.</summary>
    public static FrameEncoding ProRes(EncodingRequest request) =>
        Yuv(request, ["-c:v", "prores_ks", "-profile:v", "4444", "-vendor", "apl0"], request.HasAlpha ? "yuva444p10le" : "yuv444p10le");

    /// <summary>FFV1 version 3 in RGB, lossless.</summary>
    public static FrameEncoding Ffv1(EncodingRequest request)
    {
        string layout = request.Depth == PixelDepth.Byte
            ? request.HasAlpha ? "bgra" : "bgr0"
            : request.HasAlpha ? "gbrap16le" : "gbrp16le";
        return new(layout, ["-c:v", "ffv1", "-level", "3", "-g", "1", "-slicecrc", "1"]);
    }

    /// <summary>GIF with a palette for each frame, looping.</summary>
    public static FrameEncoding Gif { get; } = new(
        "bgra",
        ["-c:v", "gif", "-loop", "0"],
        "split[picture][sample];[sample]palettegen=stats_mode=single[palette];[picture][palette]paletteuse=new=1");

    private static FrameEncoding Yuv(EncodingRequest request, string[] codec, string format)
    {
        string matrix = request.Colour.MatrixFor(request.Height);
        string range = request.Colour.Range ?? "tv";
        List<string> arguments = [.. codec, "-colorspace", matrix, "-color_range", range];
        if (request.Colour.Primaries is { } primaries)
            arguments.AddRange(["-color_primaries", primaries]);
        if (request.Colour.Transfer is { } transfer)
            arguments.AddRange(["-color_trc", transfer]);

        return new(
            request.Depth == PixelDepth.Byte ? "rgba" : "rgba64le",
            arguments,
            $"scale=in_range=pc:out_color_matrix={ColourTags.ScaleName(matrix)}:out_range={range}:{ReaderArguments.ScalerFlags},format={format}");
    }
}
