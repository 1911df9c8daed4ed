using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Interacts;

/// <summary>What an overlay drew: a primitive or a text, with the state it was drawn in.</summary>
/// <param name="Primitive">The primitive; null for a text.</param>
/// <param name="Points">Its points, or the text's position.</param>
/// <param name="Text">The text; empty for a primitive.</param>
/// <param name="Alignment">The text's alignment.</param>
/// <param name="Colour">The colour set last.</param>
/// <param name="LineWidth">The line width set last, in pixels.</param>
/// <param name="Stipple">The line pattern set last.</param>
public sealed record DrawCommand(
    OfxDrawPrimitive? Primitive,
    IReadOnlyList<OfxPointD> Points,
    string Text,
    OfxDrawTextAlignment Alignment,
    OfxRGBAColourF Colour,
    float LineWidth,
    OfxDrawLineStipplePattern Stipple);
