namespace FaceFusion.Host.Clips;

/// <summary>The form in which an effect takes or gives a clip.</summary>
/// <param name="Depth">Storage of a component.</param>
/// <param name="Components">Components of a pixel.</param>
/// <param name="Premultiplication">What alpha means; an input's own, the output's as preferred.</param>
/// <param name="PixelAspectRatio">Width of a pixel over its height.</param>
/// <param name="FrameRate">Frames per second; an input's own, the output's as preferred.</param>
/// <param name="PreferredColourspaces">Colour spaces wanted of an input, best first.</param>
public sealed record ClipPreference(
    BitDepth Depth,
    PixelComponents Components,
    Premultiplication Premultiplication,
    double PixelAspectRatio,
    double FrameRate,
    IReadOnlyList<string> PreferredColourspaces);
