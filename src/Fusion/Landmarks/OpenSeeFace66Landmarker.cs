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
/// OpenSeeFace: 1×3×224×224 RGB less ImageNet's mean over its deviation in; for each of 66 points a heat map of 28×28 and
/// two maps of offsets out. A point lies at its map's peak, moved by the logit of the offset there over 16; the peaks are
/// the confidences, whose mean is the score.
/// </summary>
public sealed class OpenSeeFace66Landmarker : IFaceLandmarker
{
    private const int InputSize = 224;
    private const int Grid = 28;
    private const int Count = 66;
    private const float Margin = 1.25f;
    private const float Sharpness = 16;

    // Mean and deviation of ImageNet's pictures, red, green, blue.
    private static readonly TensorFormat Format = TensorFormat.Normalised(
        ChannelOrder.Rgb, new Vector3(0.485f, 0.456f, 0.406f), new Vector3(0.229f, 0.224f, 0.225f));

    private readonly InferenceSession _session;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public OpenSeeFace66Landmarker(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.OpenSeeFace66, session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face) => SparseMesh.Fit(SparseLayout.OpenSeeFace66, Find(frame, face), frame.PixelAspect);

    /// <summary>The points themselves.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public SparseLandmarks Find(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Affine2D cropToSquare = FaceCrop.Around(face, frame.PixelAspect, Margin).ToFrame(InputSize);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        const int cells = Grid * Grid;
        ReadOnlySpan<float> maps = outputs.Floats(0, 3 * Count * cells);
        Vector2[] places = new Vector2[Count];
        float confidence = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<float> heat = maps.Slice(i * cells, cells);
            int peak = 0;
            for (int cell = 1; cell < cells; cell++)
            {
                if (heat[cell] > heat[peak])
                    peak = cell;
            }

            // The maps are of rows first: the first offsets are downwards.
            Vector2 cellPlace = new Vector2(peak % Grid, peak / Grid) / (Grid - 1);
            Vector2 offset = new(Offset(maps[(2 * Count + i) * cells + peak]), Offset(maps[(Count + i) * cells + peak]));
            places[i] = cropToSquare.Apply((cellPlace + offset) * (InputSize - 1) + new Vector2(0.5f));
            confidence += heat[peak];
        }

        return new SparseLandmarks(places, Math.Clamp(confidence / Count, 0, 1));
    }

    // The network gives a sigmoid of 16 times the offset.
    private static float Offset(float given)
    {
        float share = Math.Clamp(given, 1e-7f, 0.9999999f);
        return MathF.Log(share / (1 - share)) / Sharpness;
    }
}
