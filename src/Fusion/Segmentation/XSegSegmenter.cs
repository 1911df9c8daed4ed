using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// DeepFaceLab's XSeg occlusion masks (xseg_1 to xseg_3): 1×256×256×3 BGR 0–1 in, 1×256×256×1 out: how much of the face is
/// seen there. Here the crop is DeepFaceLab's own, dfl_whole_face.
/// </summary>
/// <remarks>It knows neither clothes nor hair: what isn't face hides it, whatever it is.</remarks>
public sealed class XSegSegmenter : IFaceSegmenter
{
    private const int InputSize = 256;

    private static readonly TensorFormat Format = new(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;

    /// <summary>A mask on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public XSegSegmenter(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.XSeg, session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceLook Look(in FrameView frame, FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return new CropLook(SegmentationCrop.Aligned(frame, mesh, AlignmentTemplate.DflWholeFace, InputSize), crop =>
        {
            float[] visible = Visible(crop.Frame);
            return crop.Segmented(i => new Vector3(visible[i], 0, 0));
        });
    }

    /// <summary>How much of the face is seen in each pixel of a crop of 256×256, 0 to 1, row by row.</summary>
    /// <param name="crop">The crop, of square pixels.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public float[] Visible(in FrameView crop)
    {
        using Tensor input = NetworkPicture.Interleaved(_session, crop, Affine2D.Identity, Format, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        ReadOnlySpan<float> values = outputs.Floats(0, InputSize * InputSize);
        float[] visible = new float[InputSize * InputSize];
        for (int i = 0; i < visible.Length; i++)
            visible[i] = Math.Clamp(values[i], 0, 1);
        return visible;
    }
}
