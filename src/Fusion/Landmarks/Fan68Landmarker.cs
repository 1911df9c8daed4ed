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
/// 2D-FAN of four stacks (2dfan4): 1×3×256×256 BGR 0–1 in; 68 points on a grid of 64 and their heat maps out. The crop
/// is upright, 256/195 of the longer side of the face's box. The score is the mean of the heat maps' peaks over 0.9.
/// </summary>
/// <remarks>FaceFusion turns the crop by quarters and lifts the contrast of very dark ones; here it is turned by the eyes, and nothing is lifted.</remarks>
public sealed class Fan68Landmarker : IFaceLandmarker
{
    private const int InputSize = 256;
    private const int Grid = 64;
    private const int Count = 68;
    private const float Margin = 256f / 195;
    private const float FullScore = 0.9f;

    private static readonly TensorFormat Format = new(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public Fan68Landmarker(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.Fan68, session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face) => SparseMesh.Fit(SparseLayout.Ibug68, Find(frame, face), frame.PixelAspect);

    /// <summary>The points themselves.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public SparseLandmarks Find(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Affine2D cropToSquare = FaceCrop.Around(face, frame.PixelAspect, Margin).ToFrame(InputSize);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, InputSize, EdgeMode.Zero);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        int stride = (int)outputs.Shape(0)[^1];
        ReadOnlySpan<float> points = outputs.Floats(0, Count * stride), maps = outputs.Floats(1, Count * Grid * Grid);
        Vector2[] places = new Vector2[Count];
        float peaks = 0;
        for (int i = 0; i < Count; i++)
        {
            places[i] = cropToSquare.Apply(new Vector2(points[stride * i], points[stride * i + 1]) * (InputSize / (float)Grid));
            float peak = 0;
            foreach (float value in maps.Slice(i * Grid * Grid, Grid * Grid))
                peak = Math.Max(peak, value);
            peaks += peak;
        }

        return new SparseLandmarks(places, Math.Clamp(peaks / Count / FullScore, 0, 1));
    }
}
