using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// HyperSwap 1a, 1b and 1c: 256×256 RGB −1 to 1 in and out, aligned to arcface_128; the identity is the embedding itself, of
/// length 1. Its second output, <c>mask</c>, says where its face is.
/// </summary>
internal sealed class HyperSwap : EmbeddingSwapper
{
    private const string MatteName = "mask";

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no HyperSwap.</exception>
    public HyperSwap(InferenceSession session)
        : base(ContractNames.HyperSwap, session, AlignmentTemplate.Arcface128, SwapperFormats.Signed, SwapperFormats.Signed) =>
        MatteOutput = session.IndexOfOutput(MatteName);

    /// <inheritdoc/>
    protected override int MatteOutput { get; }

    /// <inheritdoc/>
    protected override float[] ToOwnSpace(ReadOnlySpan<float> embedding) => embedding.ToArray();
}
