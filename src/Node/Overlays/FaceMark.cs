using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Overlays;

/// <summary>A face of a frame as the overlay draws it, in canonical coordinates.</summary>
/// <param name="Box">From brow to chin.</param>
/// <param name="Points">Eyes, nose tip and corners of the mouth.</param>
/// <param name="Contours">Closed lines: the outline, the eyes and the lips; none for a face that was only detected.</param>
/// <param name="IsChosen">Whether it is replaced.</param>
/// <param name="Figures">What to say of it; "" for nothing.</param>
internal sealed record FaceMark(
    OfxRectD Box, IReadOnlyList<OfxPointD> Points, IReadOnlyList<OfxPointD[]> Contours, bool IsChosen, string Figures)
{
    /// <summary>The box's middle.</summary>
    public OfxPointD Centre => new() { x = (Box.x1 + Box.x2) / 2, y = (Box.y1 + Box.y2) / 2 };

    /// <summary>Whether a point lies in the box.</summary>
    /// <param name="point">Canonical coordinates.</param>
    public bool Holds(OfxPointD point) => point.x >= Box.x1 && point.x < Box.x2 && point.y >= Box.y1 && point.y < Box.y2;
}
