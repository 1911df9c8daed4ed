using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// BlendSwap: 256×256 RGB 0 to 1 in and out, aligned to ffhq_512; the identity is a picture of 112×112 RGB 0 to 1, aligned to
/// arcface_112_v2.
/// </summary>
internal sealed class BlendSwap : PictureSwapper
{
    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no BlendSwap.</exception>
    public BlendSwap(InferenceSession session)
        : base(ContractNames.BlendSwap, session, AlignmentTemplate.Arcface112V2, AlignmentTemplate.Ffhq512, TensorFormat.UnitRgb, TensorFormat.UnitRgb)
    {
    }

    /// <inheritdoc/>
    protected override int SourceSide => 112;
}
