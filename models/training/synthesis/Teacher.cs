using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Training.Synthesis;

/// <summary>The public 478-point landmark network, asked about a crop that is known to be right.</summary>
/// <param name="session">The network's session.</param>
internal sealed class Teacher(InferenceSession session)
{
    private const int InputSize = 256;

    private static readonly TensorFormat Format = new(ChannelOrder.Rgb, Vector3.One, default, ClampToUnit: true);

    private readonly float[] _planar = new float[3 * InputSize * InputSize];

    /// <summary>The 478 points in square pixels of the frame, and how sure the network is of them, as a logit.</summary>
    public (Vector3[] Points, float Presence) Look(in FrameView frame, FaceCrop crop)
    {
        Affine2D cropToFrame = crop.ToFrame(InputSize);
        using Tensor input = new(session.Inputs[0].Element, [1, 3, InputSize, InputSize]);
        AreaSampler.SampleTensor(frame.Pixels, cropToFrame, frame.Space, frame.Premultiplied, Format, InputSize, InputSize, _planar, EdgeMode.Replicate);
        input.WriteFloats(_planar);
        Tensor[] outputs = session.Run(input);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        float[] raw = new float[3 * FaceMeshIndices.Count], logit = new float[1];
        outputs.First(output => output.Length == raw.Length).ReadFloats(raw);
        // Of the outputs of one number the first is the face's presence.
        outputs.First(output => output.Length == 1).ReadFloats(logit);
        for (int i = 0; i < points.Length; i++)
            points[i] = new Vector3(cropToFrame.Apply(new Vector2(raw[3 * i], raw[3 * i + 1])), (float)cropToFrame.Scale * raw[3 * i + 2]);
        foreach (Tensor output in outputs)
            output.Dispose();
        return (points, logit[0]);
    }
}
