using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// GHOST 1, 2 and 3: 256×256 RGB −1 to 1 in and out, aligned to arcface_112_v1. The identity goes through a converter, whose
/// answer's length counts.
/// </summary>
internal sealed class Ghost : EmbeddingSwapper
{
    private readonly CrossFace _converter;

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <param name="converter">The converter to its space.</param>
    /// <exception cref="Inference.ModelException">The network is no GHOST.</exception>
    public Ghost(InferenceSession session, CrossFace converter)
        : base(ContractNames.Ghost, session, AlignmentTemplate.Arcface112V1, SwapperFormats.Signed, SwapperFormats.Signed) => _converter = converter;

    /// <inheritdoc/>
    protected override float[] ToOwnSpace(ReadOnlySpan<float> embedding) => _converter.Convert(embedding);
}
