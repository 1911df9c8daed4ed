using FaceFusion.Fusion.Frames;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// YuNet (OpenCV Zoo, 2023mar): 1×3×640×640 BGR 0–255 in; classes, objectness, boxes and five points at strides 8, 16
/// and 32 out.
/// </summary>
/// <remarks>
/// The frame is looked at as a whole first. Only when no face in it is larger than a tenth of the network's input, a
/// closer look follows: tiles at up to twice the scale, for small faces in large frames. Only when nothing at all was
/// found, a look from further away follows, for faces that fill the frame.
/// </remarks>
public sealed class YuNetDetector : IFaceDetector
{
    /// <summary>The score below which a candidate is no face. The landmark network has the last word on the rest.</summary>
    public const float DefaultThreshold = 0.5f;

    private const int InputSize = 640;
    private const int TileStep = 480;
    private const float LargeFace = InputSize / 10f;
    private const float LongSideOfCloserLook = 2 * InputSize;

    private static readonly TensorFormat Format = new(ChannelOrder.Bgr, new(255f), default, ClampToUnit: true);

    private readonly InferenceSession _session;
    private readonly YuNetDecoder _decoder;

    /// <summary>A detector on a loaded network.</summary>
    /// <param name="session">YuNet's session.</param>
    /// <param name="threshold">The least score, √(class · objectness), 0 to 1.</param>
    public YuNetDetector(InferenceSession session, float threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;
        _decoder = new YuNetDecoder(session, InputSize, threshold);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(in FrameView frame)
    {
        double width = frame.Width * frame.PixelAspect, height = frame.Height;
        double longSide = Math.Max(width, height);
        if (longSide < 1)
            return [];

        double whole = Math.Max(1, longSide / InputSize);
        List<DetectedFace> candidates = [];
        Look(frame, Placed(frame, 0, 0, whole), candidates);
        if (candidates.Count == 0)
            Look(frame, Placed(frame, -width / 2, -height / 2, 2 * whole), candidates);

        double close = Math.Max(1, longSide / LongSideOfCloserLook), aspect = frame.PixelAspect;
        if (close < whole && !candidates.Exists(face => Math.Max(face.Box.Width * aspect, face.Box.Height) >= LargeFace * whole))
        {
            // Tiles overlap: the frame is read once for all of them.
            using FootprintCells cells = new(frame.Pixels, Placed(frame, 0, 0, close), frame.Space, frame.Premultiplied);
            foreach (double y in TileStarts(height / close))
            {
                foreach (double x in TileStarts(width / close))
                    LookCloser(cells, Placed(frame, x * close, y * close, close), candidates);
            }
        }

        return NonMaximumSuppression.Apply(candidates);
    }

    private static IEnumerable<double> TileStarts(double length)
    {
        int tiles = 1 + (int)Math.Ceiling(Math.Max(0, length - InputSize) / TileStep);
        for (int i = 0; i < tiles; i++)
            yield return tiles == 1 ? 0 : i * (length - InputSize) / (tiles - 1);
    }

    // From the network's pixels to raster coordinates where it looks at the square of square pixels that begins at (x, y),
    // one network pixel being `scale` of them.
    private static Affine2D Placed(in FrameView frame, double x, double y, double scale) =>
        new Affine2D(scale, 0, x, 0, scale, y).Then(frame.SquareToRaster);

    private void Look(in FrameView frame, Affine2D networkToFrame, List<DetectedFace> candidates)
    {
        using Tensor input = Tensor.Uninitialized(TensorElement.Float32, [1, 3, InputSize, InputSize]);
        AreaSampler.SampleTensor(frame.Pixels, networkToFrame, frame.Space, frame.Premultiplied, Format, InputSize, InputSize, input.AsSpan<float>(), EdgeMode.Zero);
        Run(input, networkToFrame, candidates);
    }

    private void LookCloser(FootprintCells cells, Affine2D networkToFrame, List<DetectedFace> candidates)
    {
        using Tensor input = Tensor.Uninitialized(TensorElement.Float32, [1, 3, InputSize, InputSize]);
        AreaSampler.SampleTensor(cells, networkToFrame, Format, InputSize, InputSize, input.AsSpan<float>());
        Run(input, networkToFrame, candidates);
    }

    private void Run(Tensor input, Affine2D networkToFrame, List<DetectedFace> candidates)
    {
        Tensor[] outputs = _session.Run(input);
        try
        {
            _decoder.Decode(outputs, networkToFrame, candidates);
        }
        finally
        {
            foreach (Tensor output in outputs)
                output.Dispose();
        }
    }
}
