using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// MediaPipe's face mesh without irises: 1×3×192×192 RGB 0–1 in; 468×3 points in pixels of the crop and a presence logit
/// out. Irises come from the iris network where there is one, else they lie between the lids.
/// </summary>
/// <remarks>The crop is an upright square of 1.5 × the face; the first comes from the detection, each further one from the points found before.</remarks>
public sealed class MediaPipe468Landmarker : IFaceLandmarker
{
    private const int InputSize = 192;

    // A detection's box ends at the brows, the mesh's at the hairline.
    private const float FirstMargin = 1.7f;
    private const int Looks = 3;

    private static readonly TensorFormat Format = new(ChannelOrder.Rgb, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;
    private readonly MediaPipeIris? _iris;
    private readonly int _pointsOutput;
    private readonly int _presenceOutput;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <param name="iris">The iris network, or null.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public MediaPipe468Landmarker(InferenceSession session, MediaPipeIris? iris = null)
    {
        KnownContracts.Require(ContractNames.MediaPipe468, session);
        _session = session;
        _iris = iris;
        bool pointsFirst = session.Outputs[0].Shape.Contains(3 * FaceMeshIndices.SurfaceCount);
        (_pointsOutput, _presenceOutput) = pointsFirst ? (0, 1) : (1, 0);
    }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        FaceCrop crop = FaceCrop.Around(face, frame.PixelAspect, FirstMargin);
        float logit = 0;
        for (int look = 0; look < Looks; look++)
        {
            logit = Look(frame, crop, points);
            crop = FaceCrop.Around(points);
        }

        Irises.Place(points, FaceMeshIndices.LeftIris, FaceMeshIndices.LeftEye, pupil: null);
        Irises.Place(points, FaceMeshIndices.RightIris, FaceMeshIndices.RightEye, pupil: null);
        _iris?.Refine(frame, points);
        Vector3 stretch = new((float)(1 / frame.PixelAspect), 1, 1);
        foreach (ref Vector3 point in points.AsSpan())
            point *= stretch;
        return new FaceMesh(points, 1 / (1 + MathF.Exp(-logit)), frame.PixelAspect);
    }

    private float Look(in FrameView frame, FaceCrop crop, Vector3[] points)
    {
        Affine2D cropToSquare = crop.ToFrame(InputSize);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        ReadOnlySpan<float> values = outputs.Floats(_pointsOutput, 3 * FaceMeshIndices.SurfaceCount);
        float depth = (float)cropToSquare.Scale;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            points[i] = new Vector3(cropToSquare.Apply(new Vector2(values[3 * i], values[3 * i + 1])), depth * values[3 * i + 2]);
        return outputs.Floats(_presenceOutput, 1)[0];
    }
}
