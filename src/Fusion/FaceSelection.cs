using System.Numerics;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion;

/// <summary>Which of a frame's faces is meant: an order and a number in it.</summary>
/// <param name="Order">How the faces are counted.</param>
/// <param name="Number">1 for the first. A number beyond the last face chooses none.</param>
public readonly record struct FaceSelection(FaceOrder Order, int Number = 1)
{
    // A picked point counts for a face whose box, grown to both sides by this share of its size, holds it: a face that
    // moves a little keeps the point, and where it leaves the frame nobody else is taken for it.
    private const float Reach = 0.5f;

    /// <summary>No face at all.</summary>
    public static FaceSelection None => new(FaceOrder.Largest, int.MaxValue);

    /// <summary>For <see cref="FaceOrder.Picked"/>: where the face is, in continuous raster coordinates of the frame. The number doesn't matter then.</summary>
    public Vector2 Point { get; init; }

    /// <summary>For <see cref="FaceOrder.Person"/>: who.</summary>
    public Cast? Cast { get; init; }

    /// <summary>What a detector has to search for so that the same faces are chosen as from all.</summary>
    public SearchGoal Goal => Order == FaceOrder.Largest && Number == 1 ? SearchGoal.LargestFace : SearchGoal.EveryFace;

    /// <summary>
    /// The chosen faces: none or one, or every face for <see cref="FaceOrder.All"/>. For <see cref="FaceOrder.Person"/> every
    /// face too, the largest first: who they are is for <see cref="FaceEngine.Choose"/> to tell, which looks at them.
    /// </summary>
    /// <param name="faces">The frame's faces in any order.</param>
    /// <param name="frame">The frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or the order unknown.</exception>
    public IReadOnlyList<Face> Choose(IReadOnlyList<Face> faces, in FrameView frame)
    {
        ArgumentNullException.ThrowIfNull(faces);
        return [.. Pick(Sort(faces, static face => face.Detection, frame))];
    }

    /// <summary>
    /// The same faces as <see cref="Choose(IReadOnlyList{Face}, in FrameView)"/> picks from everything that can be located,
    /// without locating what comes after them.
    /// </summary>
    /// <param name="detections">What the detector saw, in any order.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="locate">Makes a face of a detection, or nothing when it is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or the order unknown.</exception>
    internal IReadOnlyList<Face> Choose(IReadOnlyList<DetectedFace> detections, in FrameView frame, Func<DetectedFace, Face?> locate) =>
        [.. Pick(Sort(detections, static detection => detection, frame).Select(locate).OfType<Face>())];

    private IEnumerable<T> Pick<T>(IEnumerable<T> sorted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Number, 1);
        return Order switch
        {
            FaceOrder.All or FaceOrder.Person => sorted,
            FaceOrder.Picked => sorted.Take(1),
            _ => sorted.Skip(Number - 1).Take(1),
        };
    }

    private IEnumerable<T> Sort<T>(IReadOnlyList<T> faces, Func<T, DetectedFace> detection, in FrameView frame)
    {
        double width = frame.Width, height = frame.Height, aspect = frame.PixelAspect;
        Vector2 point = Point;
        FaceOrder order = Order;
        Func<RectF, float, double> key = Order switch
        {
            FaceOrder.Largest or FaceOrder.All or FaceOrder.Person => static (box, _) => -(double)box.Area,
            FaceOrder.Best => static (_, score) => -score,
            FaceOrder.FromLeft => static (box, _) => box.Centre.X,
            FaceOrder.FromRight => static (box, _) => -box.Centre.X,
            FaceOrder.FromTop => static (box, _) => box.Centre.Y,
            FaceOrder.NearestCentre => (box, _) => Math.Pow((box.Centre.X - width / 2) * aspect, 2) + Math.Pow(box.Centre.Y - height / 2, 2),
            FaceOrder.Picked => (box, _) => Math.Pow((box.Centre.X - point.X) * aspect, 2) + Math.Pow(box.Centre.Y - point.Y, 2),
            _ => throw new ArgumentOutOfRangeException(nameof(faces), Order, "Unknown order of faces."),
        };

        // Equal keys are told apart by position, so that the order the faces come in never matters.
        return from face in faces
               let box = detection(face).Box
               where order != FaceOrder.Picked || Holds(box, point)
               orderby key(box, detection(face).Score), box.X1, box.Y1, box.X2, box.Y2
               select face;
    }

    /// <summary>Whether a point that somebody put on or near a face may be a face's: it lies in the box, grown to both sides by half its size.</summary>
    /// <param name="box">The face's box.</param>
    /// <param name="point">The point, in the same coordinates.</param>
    internal static bool Holds(RectF box, Vector2 point) =>
        Math.Abs(point.X - box.Centre.X) <= (0.5f + Reach) * box.Width && Math.Abs(point.Y - box.Centre.Y) <= (0.5f + Reach) * box.Height;
}
