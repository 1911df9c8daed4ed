using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// UniFace: 256×256 RGB −1 to 1 in and out, aligned to ffhq_512; the identity is a picture of the same size and alignment, but
/// RGB 0 to 1.
/// </summary>
internal sealed class UniFace : PictureSwapper
{
    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no UniFace.</exception>
    public UniFace(InferenceSession session)
        : base(ContractNames.UniFace, session, AlignmentTemplate.Ffhq512, AlignmentTemplate.Ffhq512, SwapperFormats.Signed, SwapperFormats.Signed)
    {
    }

    /// <inheritdoc/>
    protected override int SourceSide => 256;
}
