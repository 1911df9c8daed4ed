using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// HifiFace (unofficial): 256×256 RGB −1 to 1 in and out, aligned to mtcnn_512. The identity goes through a converter and is
/// brought to length 1.
/// </summary>
internal sealed class HifiFace : EmbeddingSwapper
{
    private readonly CrossFace _converter;

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <param name="converter">The converter to its space.</param>
    /// <exception cref="Inference.ModelException">The network is no HifiFace.</exception>
    public HifiFace(InferenceSession session, CrossFace converter)
        : base(ContractNames.HifiFace, session, AlignmentTemplate.Mtcnn512, SwapperFormats.Signed, SwapperFormats.Signed) => _converter = converter;

    /// <inheritdoc/>
    protected override float[] ToOwnSpace(ReadOnlySpan<float> embedding) => SourceVectors.OfLength(_converter.Convert(embedding), 1);
}
