using FaceFusion.Fusion;
using FaceFusion.Node.Commands;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Interacts;

namespace FaceFusion.Node.Overlays;

/// <summary>Draws the faces over the viewer; a click on one picks it.</summary>
/// <param name="effect">The instance.</param>
/// <param name="search">Finds the faces of a frame that nobody has rendered.</param>
/// <param name="known">The faces found so far.</param>
internal sealed class FaceOverlay(Effect effect, FaceSearch search, KnownFaces known) : Overlay
{
    // Screen pixels.
    private const float LineWidth = 1.5f;
    private const double CrossArm = 4;
    private const double PickArm = 10;

    private static readonly OfxRGBAColourF Chosen = new() { r = 0.1f, g = 0.95f, b = 0.3f, a = 1 };
    private static readonly OfxRGBAColourF Picked = new() { r = 1, g = 0.85f, b = 0.1f, a = 1 };
    private static readonly OfxRGBAColourF Other = new() { r = 0.75f, g = 0.75f, b = 0.75f, a = 1 };

    private volatile bool _isDown;

    private bool IsShown => effect.BoolParam(NodeNames.ShowFaces).Get();

    /// <inheritdoc/>
    public override void Draw(in OverlayArguments arguments, OverlayPen pen)
    {
        if (!IsShown)
            return;

        OfxPointD pixel = arguments.PixelScale;
        pen.LineWidth(LineWidth);
        foreach (FaceMark face in known.At(arguments.Time) ?? [])
            Draw(face, pixel, pen);

        if (StoredChoice.Read<FaceOrder>(effect, NodeNames.FaceOrder, arguments.Time) == FaceOrder.Picked
            && effect.TryDouble2DParam(NodeNames.FacePoint) is { } point)
        {
            pen.Colour(Picked);
            pen.Cross(point.GetAt(arguments.Time), PickArm * pixel.x, PickArm * pixel.y);
        }
    }

    /// <inheritdoc/>
    public override bool PenDown(in OverlayArguments arguments)
    {
        if (!IsShown)
            return false;

        OfxPointD pen = arguments.Pen;
        IReadOnlyList<FaceMark> faces = known.At(arguments.Time) ?? search.Marks(arguments.Time, arguments.RenderScale);

        // Where boxes overlap, the face whose middle is nearest is meant.
        FaceMark? hit = faces.Where(face => face.Holds(pen)).MinBy(face => Math.Pow(face.Centre.x - pen.x, 2) + Math.Pow(face.Centre.y - pen.y, 2));
        _isDown = hit is not null;
        if (hit is not null)
            PickCommand.Pick(effect, arguments.Time, hit.Centre);
        return _isDown;
    }

    /// <inheritdoc/>
    public override bool PenUp(in OverlayArguments arguments)
    {
        bool taken = _isDown;
        _isDown = false;
        return taken;
    }

    private static void Draw(FaceMark face, OfxPointD pixel, OverlayPen pen)
    {
        if (face.IsChosen)
            pen.Colour(Chosen);
        else
            pen.Colour(OfxStandardColour.kOfxStandardColourOverlayDeselected, Other);

        pen.Rectangle(face.Box);
        foreach (OfxPointD[] contour in face.Contours)
            pen.Loop(contour);
        foreach (OfxPointD point in face.Points)
            pen.Cross(point, CrossArm * pixel.x, CrossArm * pixel.y);
        if (face.Figures.Length > 0)
            pen.Text(face.Figures, new OfxPointD { x = face.Box.x1, y = face.Box.y2 + CrossArm * pixel.y });
    }
}
