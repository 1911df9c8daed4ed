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
/// BiSeNet face parsers (ResNet 18 and 34): 1×3×512×512 RGB less ImageNet's mean over its deviation, aligned by ffhq_512,
/// in; 19 logits a pixel out, of which the largest counts.
/// </summary>
/// <remarks>
/// The classes of CelebAMask-HQ: background, skin, brows (2, 3), eyes (4, 5), glasses, ears (7, 8), earring, nose, mouth,
/// upper and lower lip, neck, necklace, clothes, hair, hat.
/// </remarks>
public sealed class BiSeNetSegmenter : IFaceSegmenter
{
    /// <summary>The number of classes.</summary>
    public const int ClassCount = 19;

    private const int InputSize = 512;
    private const int Skin = 1, RightEar = 8, Nose = 10, Neck = 14, Necklace = 15, Clothes = 16, Hair = 17, Hat = 18;

    private readonly InferenceSession _session;

    /// <summary>A parser on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public BiSeNetSegmenter(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.BiSeNet, session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceLook Look(in FrameView frame, FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return new CropLook(SegmentationCrop.Aligned(frame, mesh, AlignmentTemplate.Ffhq512, InputSize), crop =>
        {
            byte[] classes = Classes(crop.Frame);
            return crop.Segmented(i => Share(classes[i]));
        });
    }

    /// <summary>The class of each pixel of a crop of 512×512 that is aligned by ffhq_512, row by row.</summary>
    /// <param name="crop">The crop, of square pixels.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public byte[] Classes(in FrameView crop)
    {
        using Tensor input = NetworkPicture.Planes(_session, crop, Affine2D.Identity, TensorFormat.ImageNet, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        const int plane = InputSize * InputSize;
        ReadOnlySpan<float> logits = outputs.Floats(0, ClassCount * plane);
        byte[] classes = new byte[plane];
        for (int i = 0; i < plane; i++)
        {
            int best = 0;
            for (int k = 1; k < ClassCount; k++)
            {
                if (logits[k * plane + i] > logits[best * plane + i])
                    best = k;
            }

            classes[i] = (byte)best;
        }

        return classes;
    }

    // Skin with everything that grows in it or is worn on it, clothes and hair.
    private static Vector3 Share(byte kind) => kind switch
    {
        >= Skin and <= RightEar or >= Nose and <= Neck => Vector3.UnitX,
        Clothes or Necklace or Hat => Vector3.UnitY,
        Hair => Vector3.UnitZ,
        _ => Vector3.Zero,
    };
}
