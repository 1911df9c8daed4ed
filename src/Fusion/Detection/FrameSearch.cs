using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>Where a detector looks in a frame, whatever its family.</summary>
/// <remarks>
/// The frame is looked at as a whole first. Only when no face in it is larger than a tenth of the network's input, a
/// closer look follows: tiles at up to twice the scale, for small faces in large frames. Only when nothing at all was
/// found, a look from further away follows, for faces that fill the frame. Pictures smaller than
/// <see cref="LowResolution.AlwaysEnlarged"/> are enlarged, those up to <see cref="LowResolution.EnlargedOnRetry"/> only
/// when nothing was found in them as they are.
/// <para>
/// A face that is certain and large enough in the first look to be placed well is settled: the closer look adds only what
/// is smaller, and moves neither the largest settled face nor a larger one. So it can't change which face is the largest, and is
/// left out where that one alone is searched for.
/// </para>
/// </remarks>
/// <param name="detector">What looks.</param>
/// <param name="threshold">The least score in pictures of usual size, 0 to 1; smaller ones are judged more kindly.</param>
internal sealed class FrameSearch(SearchingDetector detector, float threshold)
{
    private readonly int _size = detector.InputSize;

    // Tiles overlap by a quarter.
    private int TileStep => _size * 3 / 4;

    private float LargeFace => _size / 10f;

    // From this height on, in the network's pixels, a closer look places a face no better: the points that are located
    // from either lie equally far from those in the whole photo, even with faces 24 pixels high.
    private const float SettledFace = 32;

    private double LongSideOfCloserLook => 2.0 * _size;

    /// <summary>All faces, the most certain first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="goal">Which of them.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public IReadOnlyList<DetectedFace> Detect(in FrameView frame, SearchGoal goal)
    {
        double width = frame.Width * frame.PixelAspect, height = frame.Height;
        double longSide = Math.Max(width, height), shortSide = Math.Min(width, height);
        if (longSide < 1)
            return [];

        float least = LowResolution.Threshold(threshold, shortSide);
        double whole = Math.Max(1, longSide / _size), enlarged = LowResolution.Enlargement(longSide, _size);
        List<DetectedFace> candidates = [];
        Look(frame, Placed(frame, 0, 0, shortSide < LowResolution.AlwaysEnlarged ? enlarged : whole), least, candidates);
        if (candidates.Count == 0 && shortSide is >= LowResolution.AlwaysEnlarged and < LowResolution.EnlargedOnRetry)
            Look(frame, Placed(frame, 0, 0, enlarged), least, candidates);
        if (candidates.Count == 0)
            Look(frame, Placed(frame, -width / 2, -height / 2, 2 * whole), least, candidates);

        IReadOnlyList<DetectedFace> seen = NonMaximumSuppression.Apply(candidates.Where(IsFinite));
        double aspect = frame.PixelAspect, close = Math.Max(1, longSide / LongSideOfCloserLook);
        if (close >= whole || candidates.Exists(face => Height(face) >= LargeFace * whole))
            return seen;

        DetectedFace? settled = seen.Where(face => face.Score >= FaceEngine.CertainDetection && Height(face) >= SettledFace * whole).MaxBy(face => face.Box.Area);
        if (settled is not null && goal == SearchGoal.LargestFace)
            return seen;

        LookCloser(frame, close, least, candidates);
        float area = settled?.Box.Area ?? float.PositiveInfinity;
        return NonMaximumSuppression.Apply(
            seen.Where(face => face.Box.Area >= area), candidates.Where(face => IsFinite(face) && face.Box.Area < area));

        double Height(DetectedFace face) => Math.Max(face.Box.Width * aspect, face.Box.Height);
    }

    // As many as show all of a length, at least those of a tile.
    private int Pixels(double length) => Math.Max(_size, (int)Math.Ceiling(length));

    private IEnumerable<int> TileStarts(int length)
    {
        int rest = length - _size, steps = (rest + TileStep - 1) / TileStep;
        for (int i = 0; i <= steps; i++)
            yield return steps == 0 ? 0 : i * rest / steps;
    }

    // From the network's pixels to raster coordinates where it looks at the square of square pixels that begins at (x, y),
    // one network pixel being `scale` of them.
    private static Affine2D Placed(in FrameView frame, double x, double y, double scale) =>
        new Affine2D(scale, 0, x, 0, scale, y).Then(frame.SquareToRaster);

    private void Look(in FrameView frame, Affine2D networkToFrame, float least, List<DetectedFace> candidates)
    {
        using Tensor input = NetworkPicture.Overview(detector.Session, frame, ref networkToFrame, detector.Format, _size);
        Run(input, networkToFrame, least, candidates);
    }

    // Tiles overlap: the frame is sampled once for all of them.
    private void LookCloser(in FrameView frame, double scale, float least, List<DetectedFace> candidates)
    {
        int columns = Pixels(frame.Width * frame.PixelAspect / scale), rows = Pixels(frame.Height / scale);
        using PlanarPicture picture = new(columns, rows);
        Affine2D pictureToFrame = frame.SampleOverview(Placed(frame, 0, 0, scale), detector.Format, columns, rows, picture.Planes);
        foreach (int y in TileStarts(rows))
        {
            foreach (int x in TileStarts(columns))
                LookCloser(picture, x, y, Affine2D.Translation(x, y).Then(pictureToFrame), least, candidates);
        }
    }

    private void LookCloser(PlanarPicture picture, int x, int y, Affine2D networkToFrame, float least, List<DetectedFace> candidates)
    {
        using Tensor input = NetworkPicture.Planes(detector.Session, picture, new RectI(x, y, x + _size, y + _size));
        Run(input, networkToFrame, least, candidates);
    }

    private void Run(Tensor input, Affine2D networkToFrame, float least, List<DetectedFace> candidates)
    {
        using NetworkOutputs outputs = NetworkOutputs.Run(detector.Session, input);
        detector.Decode(outputs, networkToFrame, least, candidates);
    }

    // A size is the exponential of a number in some families: large ones have none.
    private static bool IsFinite(DetectedFace face)
    {
        bool finite = float.IsFinite(face.Box.Area);
        foreach (Vector2 point in face.Points)
            finite &= float.IsFinite(point.X) && float.IsFinite(point.Y);
        return finite;
    }
}
