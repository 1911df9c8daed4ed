using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>The pictures that an output is to hold.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">How a channel is stored.</param>
/// <param name="Bits">Significant bits of the source's samples.</param>
/// <param name="IsHalf">Whether the source's floats are halves.</param>
/// <param name="Alpha">What the alpha channel means; opaque pictures are stored without one.</param>
/// <param name="PixelAspect">A pixel's width over its height.</param>
/// <param name="Rate">Frames per second.</param>
/// <param name="Colour">The source's colour tags.</param>
internal sealed record EncodingRequest(
    int Width, int Height, PixelDepth Depth, int Bits, bool IsHalf, AlphaMode Alpha, Rational PixelAspect, Rational Rate, ColourTags Colour)
{
    /// <summary>Whether alpha is to be stored.</summary>
    public bool HasAlpha => Alpha != AlphaMode.Opaque;

    /// <summary>What an output of a source's frames is to hold.</summary>
    public static EncodingRequest For(MediaSource source, AlphaMode alpha, Rational rate) =>
        new(source.Width, source.Height, source.Depth, source.Bits, source.IsHalf, alpha, source.PixelAspect, rate, source.Colour);
}
