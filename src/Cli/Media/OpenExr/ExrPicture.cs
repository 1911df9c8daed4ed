namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>What an OpenEXR file says of its picture beside the pixels.</summary>
internal sealed record ExrPicture
{
    /// <summary>A pixel's width over its height.</summary>
    public Rational PixelAspect { get; init; } = Rational.One;

    /// <summary>Frames per second of the sequence that the picture belongs to, where it does.</summary>
    public Rational? FrameRate { get; init; }

    /// <summary>Whether its colours have Rec.709's primaries and white, which are written as <c>chromaticities</c>; else nothing is.</summary>
    public bool IsRec709 { get; init; }

    /// <summary>How rows are packed.</summary>
    public ExrCompression Compression { get; init; } = ExrCompression.Zip;

    /// <summary>Further attributes, as text; their names are no more than 255 bytes.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}
