using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Media.Sequences;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media;

/// <summary>An input that was looked into: what it is, and how its frames are to be read.</summary>
internal sealed record MediaSource
{
    /// <summary>The path or pattern, as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>The numbered files of a sequence.</summary>
    public SequencePattern? Pattern { get; init; }

    /// <summary>The numbers of the frames there are, rising; a video's begin with 1.</summary>
    public required IReadOnlyList<int> Frames { get; init; }

    /// <summary>Pixels a row, upright.</summary>
    public required int Width { get; init; }

    /// <summary>Rows, upright.</summary>
    public required int Height { get; init; }

    /// <summary>A pixel's width over its height.</summary>
    public required Rational PixelAspect { get; init; }

    /// <summary>Frames per second.</summary>
    public required Rational FrameRate { get; init; }

    /// <summary>For each frame of a video how many ticks of <see cref="FrameRate"/> it stays; <see langword="null"/> when one each.</summary>
    public IReadOnlyList<int>? Durations { get; init; }

    /// <summary>How frames come from the pipe.</summary>
    public required RawLayout Layout { get; init; }

    /// <summary>Whether FFmpeg must convert to that layout (YUV, palettes); otherwise samples come untouched.</summary>
    public required bool IsConverted { get; init; }

    /// <summary>Significant bits of a colour sample in the file.</summary>
    public required int Bits { get; init; }

    /// <summary>Whether floats are stored as halves.</summary>
    public bool IsHalf { get; init; }

    /// <summary>Whether the file has an alpha channel.</summary>
    public required bool HasAlpha { get; init; }

    /// <summary>The file's colour tags.</summary>
    public required ColourTags Colour { get; init; }

    /// <summary>What the numbers mean, in OpenFX's name, where the user or the file says it more closely than the tags; see <see cref="SourceColour"/>.</summary>
    public string? Colourspace { get; init; }

    /// <summary>Which stream of the file the pictures are.</summary>
    public int StreamIndex { get; init; }

    /// <summary>The first sound track's stream and codec, where there is one.</summary>
    public (int Index, string Codec)? Audio { get; init; }

    /// <summary>Seconds from the file's start to the first picture.</summary>
    public double PictureStart { get; init; }

    /// <summary>Whether the file ends before its own index says so.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>How the pictures lie in memory.</summary>
    public PixelDepth Depth => Layout.Depth;

    /// <summary>What the alpha of the pictures means: OpenEXR's convention for floats, PNG's for the rest.</summary>
    public AlphaMode Alpha => !HasAlpha ? AlphaMode.Opaque : Depth == PixelDepth.Float ? AlphaMode.Premultiplied : AlphaMode.Straight;

    /// <summary>The file that holds a frame.</summary>
    public string FileOf(int frame) => Pattern is null ? Path : Pattern.File(frame);

    /// <summary>How many ticks of the frame rate a frame stays.</summary>
    public int DurationOf(int frame) => Durations is null ? 1 : Durations[frame - Frames[0]];
}
