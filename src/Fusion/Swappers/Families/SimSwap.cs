using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// SimSwap of 256 and of 512 pixels, aligned to arcface_112_v1. The smaller takes RGB less ImageNet's mean over its
/// deviation, the larger RGB 0 to 1; both give 0 to 1. The identity goes through a converter and is brought to length 1.
/// </summary>
internal sealed class SimSwap : EmbeddingSwapper
{
    private const int NormalisedSide = 256;

    private readonly CrossFace _converter;

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <param name="converter">The converter to its space.</param>
    /// <exception cref="Inference.ModelException">The network is no SimSwap.</exception>
    public SimSwap(InferenceSession session, CrossFace converter)
        : base(ContractNames.SimSwap, session, AlignmentTemplate.Arcface112V1, FormatOf(session), TensorFormat.UnitRgb) => _converter = converter;

    /// <inheritdoc/>
    protected override float[] ToOwnSpace(ReadOnlySpan<float> embedding) => SourceVectors.OfLength(_converter.Convert(embedding), 1);

    private static TensorFormat FormatOf(InferenceSession session) =>
        session.Inputs.Any(input => input.Shape is [_, _, _, NormalisedSide]) ? TensorFormat.ImageNet : TensorFormat.UnitRgb;
}
