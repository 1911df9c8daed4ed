using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>One channel of an OpenEXR file.</summary>
/// <param name="Name">Its name: R, G, B, A, or <c>layer.R</c> for one of a layer; no more than 255 bytes.</param>
/// <param name="Picture">A picture of floats that holds the samples.</param>
/// <param name="Component">Which component of the picture: 0 red to 3 alpha.</param>
/// <param name="Type">How they are stored.</param>
internal sealed record ExrChannel(string Name, FrameBuffer Picture, int Component, ExrSampleType Type = ExrSampleType.Float)
{
    /// <summary>Bytes of a sample.</summary>
    public int Bytes => Type == ExrSampleType.Half ? 2 : 4;

    /// <summary>The channels of a layer.</summary>
    /// <param name="layer">The layer's name; "" for the picture itself.</param>
    /// <param name="components">Which of red, green, blue and alpha, by their letters: <c>RGBA</c>.</param>
    /// <param name="picture">A picture of floats that holds them.</param>
    public static IEnumerable<ExrChannel> Layer(string layer, string components, FrameBuffer picture) =>
        components.Select(letter => new ExrChannel(layer.Length == 0 ? $"{letter}" : $"{layer}.{letter}", picture, "RGBA".IndexOf(letter, StringComparison.Ordinal)));
}
