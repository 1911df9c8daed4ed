using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// FaceFusion's guess of 68 points from five (fan_68_5): 1×5×2 in, 1×68×2 out, both as fractions of the crop that the
/// template ffhq_512 makes of the five points. It never sees the picture: the detection's score is its own.
/// </summary>
public sealed class Fan68From5Landmarker : SparseLandmarker
{
    private const int Count = 68;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public Fan68From5Landmarker(InferenceSession session)
        : base(ContractNames.Fan68From5, SparseLayout.Ibug68, session)
    {
    }

    /// <inheritdoc/>
    public override SparseLandmarks Find(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Vector2[] five = new Vector2[face.Points.Length];
        for (int i = 0; i < five.Length; i++)
            five[i] = face.Points[i] * new Vector2((float)frame.PixelAspect, 1);
        Affine2D unitToSquare = AlignmentTemplate.Ffhq512.CropToFace(five, 1), squareToUnit = unitToSquare.Invert();
        using Tensor input = Tensor.FromFloats(
            Session.Inputs[0].Element, [.. five.Select(point => squareToUnit.Apply(point)).SelectMany(point => new[] { point.X, point.Y })], 1, five.Length, 2);
        using NetworkOutputs outputs = NetworkOutputs.Run(Session, input);
        ReadOnlySpan<float> values = outputs.Floats(0, 2 * Count);
        Vector2[] places = new Vector2[Count];
        for (int i = 0; i < Count; i++)
            places[i] = unitToSquare.Apply(new Vector2(values[2 * i], values[2 * i + 1]));
        return new SparseLandmarks(places, face.Score);
    }
}
