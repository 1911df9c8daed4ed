using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Interacts;

/// <summary>
/// Draws through the host's draw suite, in canonical coordinates. A call that the host has no function for, or refuses,
/// draws nothing: an overlay is an aid, never a reason to fail.
/// </summary>
public sealed unsafe class OverlayPen
{
    private readonly OfxDrawSuiteV1* _suite;
    private readonly OfxDrawContextHandle _context;

    internal OverlayPen(OfxDrawSuiteV1* suite, OfxDrawContextHandle context)
    {
        _suite = suite;
        _context = context;
    }

    /// <summary>Whether a draw suite can draw: text and colours are extras.</summary>
    internal static bool CanDraw(OfxDrawSuiteV1* suite) => suite != null && suite->draw != null;

    /// <summary>Chooses the colour of what follows.</summary>
    /// <param name="colour">Red, green, blue and alpha, 0 to 1.</param>
    public void Colour(OfxRGBAColourF colour)
    {
        if (_suite->setColour != null)
            _suite->setColour(_context, &colour);
    }

    /// <summary>Chooses one of the host's own colours for what follows.</summary>
    /// <param name="colour">Which.</param>
    /// <param name="fallback">What to take where the host has none.</param>
    public void Colour(OfxStandardColour colour, OfxRGBAColourF fallback)
    {
        OfxRGBAColourF found = default;
        bool known = _suite->getColour != null && _suite->getColour(_context, colour, &found) == OfxStatus.kOfxStatOK;
        Colour(known ? found : fallback);
    }

    /// <summary>Chooses the width of lines.</summary>
    /// <param name="pixels">Screen pixels, &gt; 0.</param>
    public void LineWidth(float pixels)
    {
        if (_suite->setLineWidth != null)
            _suite->setLineWidth(_context, pixels);
    }

    /// <summary>Draws the outline of a rectangle.</summary>
    /// <param name="rectangle">The rectangle.</param>
    public void Rectangle(OfxRectD rectangle) => Draw(OfxDrawPrimitive.kOfxDrawPrimitiveLineLoop,
    [
        new OfxPointD { x = rectangle.x1, y = rectangle.y1 },
        new OfxPointD { x = rectangle.x2, y = rectangle.y1 },
        new OfxPointD { x = rectangle.x2, y = rectangle.y2 },
        new OfxPointD { x = rectangle.x1, y = rectangle.y2 },
    ]);

    /// <summary>Draws a closed line.</summary>
    /// <param name="points">Its corners, two or more.</param>
    public void Loop(ReadOnlySpan<OfxPointD> points) => Draw(OfxDrawPrimitive.kOfxDrawPrimitiveLineLoop, points);

    /// <summary>Draws an upright cross.</summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="across">From the middle to the left and right ends.</param>
    /// <param name="up">From the middle to the upper and lower ends.</param>
    public void Cross(OfxPointD centre, double across, double up) => Draw(OfxDrawPrimitive.kOfxDrawPrimitiveLines,
    [
        new OfxPointD { x = centre.x - across, y = centre.y },
        new OfxPointD { x = centre.x + across, y = centre.y },
        new OfxPointD { x = centre.x, y = centre.y - up },
        new OfxPointD { x = centre.x, y = centre.y + up },
    ]);

    /// <summary>Writes a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Its lower left corner.</param>
    public void Text(string text, OfxPointD position)
    {
        if (_suite->drawText == null)
            return;

        byte* copy = Utf8.Allocate(text);
        try
        {
            const int lowerLeft = (int)(OfxDrawTextAlignment.kOfxDrawTextAlignmentLeft | OfxDrawTextAlignment.kOfxDrawTextAlignmentBottom);
            _suite->drawText(_context, copy, &position, lowerLeft);
        }
        finally
        {
            Utf8.Free(copy);
        }
    }

    private void Draw(OfxDrawPrimitive primitive, ReadOnlySpan<OfxPointD> points)
    {
        fixed (OfxPointD* first = points)
            _suite->draw(_context, primitive, first, points.Length);
    }
}
