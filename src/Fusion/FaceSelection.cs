using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion;

/// <summary>Which of a frame's faces is meant: an order and a number in it.</summary>
/// <param name="Order">How the faces are counted.</param>
/// <param name="Number">1 for the first. A number beyond the last face chooses none.</param>
public readonly record struct FaceSelection(FaceOrder Order, int Number = 1)
{
    /// <summary>The chosen faces: none or one, or every face for <see cref="FaceOrder.All"/>.</summary>
    /// <param name="faces">The frame's faces in any order.</param>
    /// <param name="frame">The frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or the order unknown.</exception>
    public IReadOnlyList<Face> Choose(IReadOnlyList<Face> faces, in FrameView frame)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentOutOfRangeException.ThrowIfLessThan(Number, 1);
        double width = frame.Width, height = frame.Height, aspect = frame.PixelAspect;
        Func<Face, double> key = Order switch
        {
            FaceOrder.Largest or FaceOrder.All => static face => -(double)face.Detection.Box.Area,
            FaceOrder.FromLeft => static face => face.Detection.Box.Centre.X,
            FaceOrder.FromRight => static face => -face.Detection.Box.Centre.X,
            FaceOrder.FromTop => static face => face.Detection.Box.Centre.Y,
            FaceOrder.NearestCentre => face => Math.Pow((face.Detection.Box.Centre.X - width / 2) * aspect, 2) + Math.Pow(face.Detection.Box.Centre.Y - height / 2, 2),
            _ => throw new ArgumentOutOfRangeException(nameof(faces), Order, "Unknown order of faces."),
        };

        // Equal keys are told apart by position, so that the order the faces come in never matters.
        IOrderedEnumerable<Face> ordered = faces.OrderBy(key)
            .ThenBy(face => face.Detection.Box.X1).ThenBy(face => face.Detection.Box.Y1)
            .ThenBy(face => face.Detection.Box.X2).ThenBy(face => face.Detection.Box.Y2);
        return Order == FaceOrder.All ? [.. ordered] : [.. ordered.Skip(Number - 1).Take(1)];
    }
}
