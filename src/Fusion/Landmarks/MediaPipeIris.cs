using System.Numerics;
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
/// MediaPipe's iris network: 1×3×64×64 RGB 0–1 of one eye in; 71×3 points of lids and brow and 5×3 of the iris in pixels
/// of the crop out. It knows the eye that is on the viewer's right; the other is shown to it mirrored.
/// </summary>
/// <remarks>The crop is a square of 2.3 × the eye's width about the middle of its corners, along them (MediaPipe's iris graph).</remarks>
public sealed class MediaPipeIris
{
    private const int InputSize = 64;
    private const float Margin = 2.3f;
    private const int PointCount = 5;

    private static readonly TensorFormat Format = new(ChannelOrder.Rgb, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;
    private readonly int _output;

    /// <summary>An iris finder on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public MediaPipeIris(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.MediaPipeIris, session);
        _session = session;
        _output = session.Outputs[0].Shape.Contains(3 * PointCount) ? 0 : 1;
    }

    /// <summary>Puts the irises of a mesh where the network sees them.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="points">478 points in square pixels.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    internal void Refine(in FrameView frame, Span<Vector3> points)
    {
        Refine(frame, points, FaceMeshIndices.RightIris, FaceMeshIndices.RightEyeInner, FaceMeshIndices.RightEyeOuter, mirrored: false);
        Refine(frame, points, FaceMeshIndices.LeftIris, FaceMeshIndices.LeftEyeOuter, FaceMeshIndices.LeftEyeInner, mirrored: true);
    }

    private void Refine(in FrameView frame, Span<Vector3> points, int iris, int leftCorner, int rightCorner, bool mirrored)
    {
        Vector2 left = new(points[leftCorner].X, points[leftCorner].Y), right = new(points[rightCorner].X, points[rightCorner].Y), across = right - left;
        if (!(across.LengthSquared() > 0))
            return;

        Affine2D cropToSquare = new FaceCrop((left + right) / 2, Margin * across.Length(), Math.Atan2(across.Y, across.X)).ToFrame(InputSize);
        if (mirrored)
            cropToSquare = new Affine2D(-1, 0, InputSize, 0, 1, 0).Then(cropToSquare);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        ReadOnlySpan<float> values = outputs.Floats(_output, 3 * PointCount);
        float depth = points[iris].Z;
        for (int i = 0; i < PointCount; i++)
            points[iris + i] = new Vector3(cropToSquare.Apply(new Vector2(values[3 * i], values[3 * i + 1])), depth);
    }
}
