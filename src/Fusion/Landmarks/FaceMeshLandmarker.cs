using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// MediaPipe's face landmark network with irises, or the project's own of the same contract: 1×3×S×S RGB 0–1 in, 478×3
/// points in pixels of the crop and a presence logit out; S is 256 or the network's own, elements are float16 or float32.
/// </summary>
/// <remarks>
/// The first crop comes from the detection, each further one from the points found in the one before: most of the
/// network's noise comes from where the crop happens to lie, and this settles it. (Root mean square deviation of the
/// points on the London set when the detection is shifted at random by ±4 % of its width, in inter-ocular distances:
/// 0.43 % after two crops, 0.19 % after three, 0.09 % after four.) Further views, when asked for, are turned and scaled
/// a little, and the points averaged.
/// </remarks>
public sealed class FaceMeshLandmarker : IFaceLandmarker
{
    // A detection's box ends at the brows, the mesh's at the hairline; the face is looked for in these crops in turn
    // until the network says it sees one.
    private static readonly float[] FirstMargins = [1.7f, 2.2f, 1.3f];

    // Crops between the first one and the last.
    private const int Refinements = 1;

    // Above this logit the network takes what it sees for a face.
    private const float Present = 0;

    // Only a face about upright in its crop is as certain as this: on the test pictures, turned in steps of 15 degrees, it
    // was always above 16.6 within 30 degrees, and what the network made of a face further off never above 15.9.
    private const float Unmistakable = 16.5f;

    private static readonly TensorFormat Format = new(ChannelOrder.Rgb, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;
    private readonly int _inputSize;
    private readonly int _pointsOutput;
    private readonly int _presenceOutput;
    private readonly int _views;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <param name="views">How many crops around the final place are averaged, 1 to 8.</param>
    /// <exception cref="ModelException">The network's outputs are not those of the contract.</exception>
    public FaceMeshLandmarker(InferenceSession session, int views = 1)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfLessThan(views, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(views, 8);
        _session = session;
        _inputSize = InputSize(session);
        _views = views;
        _pointsOutput = OutputOfSize(session, 3 * FaceMeshIndices.Count);
        _presenceOutput = OutputOfSize(session, 1);
    }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face) => Find(frame, face, null);

    /// <inheritdoc/>
    FaceMesh IFaceLandmarker.Locate(in FrameView frame, DetectedFace face, Action<FaceCrop>? meanwhile) => Find(frame, face, meanwhile);

    private FaceMesh Find(in FrameView frame, DetectedFace face, Action<FaceCrop>? meanwhile)
    {
        ArgumentNullException.ThrowIfNull(face);
        Span<Vector3> points = stackalloc Vector3[FaceMeshIndices.Count];
        FaceCrop crop = FindUpright(frame, face, points);

        // Several views have no square in common.
        bool isSingle = _views == 1;
        Action? begin = isSingle && meanwhile is not null ? () => meanwhile(crop) : null;
        Vector3[] sum = new Vector3[FaceMeshIndices.Count];
        float presenceSum = 0;
        for (int view = 0; view < _views; view++)
        {
            presenceSum += 1 / (1 + MathF.Exp(-Look(frame, Jitter(crop, view), points, begin)));
            for (int i = 0; i < sum.Length; i++)
                sum[i] += points[i];
        }

        Vector3 average = new Vector3((float)(1 / frame.PixelAspect), 1, 1) / _views;
        for (int i = 0; i < sum.Length; i++)
            sum[i] *= average;
        return FaceMesh.Owning(sum, presenceSum / _views, frame.PixelAspect, isSingle ? crop : null);
    }

    // The settled crop in which the face is upright. The detector finds faces in any turn but doesn't say which, so that a
    // face the network isn't sure of is looked at from the other sides as well.
    private FaceCrop FindUpright(in FrameView frame, DetectedFace face, Span<Vector3> points)
    {
        FaceCrop crop = FirstCrop(frame, face, points);
        if (Settle(frame, ref crop, points) >= Unmistakable)
            return crop;

        for (int quarters = 1; quarters < 4; quarters++)
        {
            FaceCrop turned = FaceCrop.Around(face, frame.PixelAspect, FirstMargins[0]);
            turned = turned with { Angle = turned.Angle + quarters * Math.PI / 2 };
            Look(frame, turned, points);
            turned = FaceCrop.Around(points);
            if (Settle(frame, ref turned, points) >= Unmistakable)
                return turned;
        }

        return crop;
    }

    // The crop around the points of the first look that shows a face, else of the look that comes nearest to one.
    private FaceCrop FirstCrop(in FrameView frame, DetectedFace face, Span<Vector3> points)
    {
        FaceCrop best = default;
        float certainty = float.NegativeInfinity;
        foreach (float margin in FirstMargins)
        {
            float seen = Look(frame, FaceCrop.Around(face, frame.PixelAspect, margin), points);
            if (seen > certainty)
            {
                certainty = seen;
                best = FaceCrop.Around(points);
            }

            if (seen >= Present)
                break;
        }

        return best;
    }

    // Moves a crop to the points found in it; returns the last look's logit.
    private float Settle(in FrameView frame, ref FaceCrop crop, Span<Vector3> points)
    {
        float certainty = 0;
        for (int i = 0; i < Refinements; i++)
        {
            certainty = Look(frame, crop, points);
            crop = FaceCrop.Around(points);
        }

        return certainty;
    }

    // Views after the first go round the crop: scaled by ±4 %, shifted by 2 % and turned by up to 3 degrees.
    private static FaceCrop Jitter(FaceCrop crop, int view)
    {
        if (view == 0)
            return crop;
        double turn = 2 * Math.PI * view / 5;
        Vector2 shift = new((float)Math.Cos(turn), (float)Math.Sin(turn));
        return new FaceCrop(
            crop.Centre + 0.02f * crop.Side * shift,
            crop.Side * (1 + 0.04f * ((view & 1) == 0 ? 1 : -1)),
            crop.Angle + 0.05 * shift.Y);
    }

    /// <summary>Runs the network on one crop, wherever it came from.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="crop">Where to look, in square pixels.</param>
    /// <param name="points">Receives the 478 points in square pixels.</param>
    /// <param name="meanwhile">Is called when the frame isn't needed any more, before the network runs.</param>
    /// <returns>The face's presence, as a logit.</returns>
    /// <exception cref="ModelException">The network gave what its family doesn't.</exception>
    internal float Look(in FrameView frame, FaceCrop crop, Span<Vector3> points, Action? meanwhile = null)
    {
        Affine2D cropToSquare = crop.ToFrame(_inputSize);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, _inputSize, EdgeMode.Replicate);
        meanwhile?.Invoke();
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        Span<float> raw = stackalloc float[3 * FaceMeshIndices.Count];
        outputs.Read(_pointsOutput, raw);
        float depth = (float)cropToSquare.Scale;
        for (int i = 0; i < points.Length; i++)
        {
            Vector2 place = cropToSquare.Apply(new Vector2(raw[3 * i], raw[3 * i + 1]));
            points[i] = new Vector3(place, depth * raw[3 * i + 2]);
        }

        Span<float> logit = stackalloc float[1];
        outputs.Read(_presenceOutput, logit);
        return logit[0];
    }

    private static int InputSize(InferenceSession session) =>
        session.Inputs is [{ Shape: [1, 3, { } height, { } width] }] && height == width
            ? (int)width
            : throw new ModelException($"The model '{session.Name}' takes no square picture of a fixed size, as a face mesh of 478 points does; use a file of that family.");

    private static int OutputOfSize(InferenceSession session, long size)
    {
        for (int i = 0; i < session.Outputs.Count; i++)
        {
            long count = 1;
            foreach (long? length in session.Outputs[i].Shape)
                count *= length ?? 1;
            if (count == size)
                return i;
        }

        throw new ModelException($"The model '{session.Name}' has no output of {size} values, as a face mesh of 478 points has; use a file of that family.");
    }
}
