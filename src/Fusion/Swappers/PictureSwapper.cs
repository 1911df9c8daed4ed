using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// A swapper whose identity is an aligned picture. It can't look at several photos at once: it gets the one that counts
/// most, the more frontal one of equals.
/// </summary>
internal abstract class PictureSwapper : PlanarSwapper
{
    private readonly AlignmentTemplate _sourceTemplate;

    /// <summary>A swapper.</summary>
    /// <param name="contract">The family's name, whose contract the network must keep.</param>
    /// <param name="session">The network.</param>
    /// <param name="sourceTemplate">How the identity's face lies in its picture.</param>
    /// <param name="template">How faces lie in the crop.</param>
    /// <param name="taken">How the network wants the crop.</param>
    /// <param name="given">How it gives the new face.</param>
    /// <exception cref="Inference.ModelException">The network is of another family.</exception>
    protected PictureSwapper(string contract, InferenceSession session, AlignmentTemplate sourceTemplate, AlignmentTemplate template, TensorFormat taken, TensorFormat given)
        : base(contract, session, template, taken, given) => _sourceTemplate = sourceTemplate;

    /// <summary>The side of the identity's picture where the network leaves it open.</summary>
    protected abstract int SourceSide { get; }

    /// <inheritdoc/>
    protected sealed override Tensor Source(in SwapSubject subject, int batch, TensorInfo input)
    {
        int side = (int)(input.Shape[^1] ?? SourceSide), picture = 3 * side * side;
        IdentityPortrait portrait = Best(subject.Identity);
        Affine2D cropToImage = _sourceTemplate.CropToFace(portrait.Mesh.FivePoints(), side);
        return NetworkTensors.Make(
            input.Element,
            floats =>
            {
                AreaSampler.SampleTensor(portrait.Image.AsView(), cropToImage, NetworkSpace.Working, premultiplied: false, TensorFormat.UnitRgb, side, side, floats[..picture], EdgeMode.Replicate);
                for (int i = 1; i < batch; i++)
                    floats[..picture].CopyTo(floats[(i * picture)..]);
            },
            batch, 3, side, side);
    }

    private static IdentityPortrait Best(FaceIdentity identity) => identity.Photos
        .OrderByDescending(photo => photo.Weight)
        .ThenBy(photo => new Vector2((float)photo.Portrait.Pose.Yaw, (float)photo.Portrait.Pose.Pitch).LengthSquared())
        .First().Portrait;
}
