using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>A kind of file that can be written, chosen by its extension.</summary>
/// <param name="Extensions">Its extensions, the usual one first.</param>
/// <param name="IsVideo">Whether one file holds all frames.</param>
/// <param name="Deepest">The deepest pictures it holds.</param>
/// <param name="HoldsAlpha">Whether it holds alpha.</param>
/// <param name="Encode">How pictures are encoded.</param>
/// <param name="Container">FFmpeg's name of a video's container.</param>
/// <param name="CopiedAudio">Codecs of sound that the container takes as they are; <see langword="null"/> when it takes all.</param>
/// <param name="AudioFallback">What other sound is turned into; <see langword="null"/> when the format is silent.</param>
internal sealed record OutputFormat(
    IReadOnlyList<string> Extensions,
    bool IsVideo,
    PixelDepth Deepest,
    bool HoldsAlpha,
    Func<EncodingRequest, FrameEncoding> Encode,
    string Container = "image2",
    IReadOnlyList<string>? CopiedAudio = null,
    string? AudioFallback = null)
{
    private static readonly string[] Mp4Audio = ["aac", "mp3", "ac3", "eac3", "alac", "opus", "flac"];
    private static readonly string[] MovAudio =
        ["aac", "mp3", "ac3", "alac", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_s16be", "pcm_s24be", "pcm_s32be", "pcm_f32le", "pcm_f32be"];

    private static readonly OutputFormat[] All =
    [
        new([".png"], IsVideo: false, PixelDepth.Short, HoldsAlpha: true, PictureEncodings.Png),
        new([".exr"], IsVideo: false, PixelDepth.Float, HoldsAlpha: true, PictureEncodings.Exr),
        new([".tif", ".tiff"], IsVideo: false, PixelDepth.Short, HoldsAlpha: true, PictureEncodings.Tiff),
        new([".dpx"], IsVideo: false, PixelDepth.Short, HoldsAlpha: true, PictureEncodings.Dpx),
        new([".jpg", ".jpeg"], IsVideo: false, PixelDepth.Byte, HoldsAlpha: false, _ => PictureEncodings.Jpeg),
        new([".mp4", ".m4v"], IsVideo: true, PixelDepth.Byte, HoldsAlpha: false, VideoEncodings.H264, "mp4", Mp4Audio, "aac"),
        new([".mov"], IsVideo: true, PixelDepth.Short, HoldsAlpha: true, VideoEncodings.ProRes, "mov", MovAudio, "pcm_s16le"),
        new([".mkv"], IsVideo: true, PixelDepth.Short, HoldsAlpha: true, VideoEncodings.Ffv1, "matroska", null, "copy"),
        new([".gif"], IsVideo: true, PixelDepth.Byte, HoldsAlpha: true, _ => VideoEncodings.Gif, "gif"),
    ];

    /// <summary>The usual extension.</summary>
    public string Extension => Extensions[0];

    /// <summary>How alpha is encoded: OpenEXR's floats are premultiplied, integers straight. Where none is held, colours stay as they are.</summary>
    public AlphaMode AlphaFor(EncodingRequest request) =>
        !request.HasAlpha || !HoldsAlpha ? AlphaMode.Opaque
        : DepthFor(request.Depth) == PixelDepth.Float ? AlphaMode.Premultiplied
        : AlphaMode.Straight;

    /// <summary>The depth in which pictures are encoded: their own, as far as the format holds it; OpenEXR holds floats alone.</summary>
    public PixelDepth DepthFor(PixelDepth source) => Deepest == PixelDepth.Float ? PixelDepth.Float : source < Deepest ? source : Deepest;

    /// <summary>The format of a path's extension.</summary>
    /// <exception cref="CliException">Nothing is known by that extension.</exception>
    public static OutputFormat For(string path)
    {
        string extension = Path.GetExtension(path);
        return Array.Find(All, format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            ?? throw CliException.Usage($"The output '{path}' has {(extension.Length == 0 ? "no extension" : $"the unknown extension '{extension}'")}; use one of {string.Join(", ", All.Select(format => format.Extension))}.");
    }
}
