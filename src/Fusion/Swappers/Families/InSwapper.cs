using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Onnx;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// InsightFace's inswapper, in single and half precision: 128×128 RGB 0 to 1 in and out, aligned to arcface_128. Its identity
/// is the embedding ê, a row vector of length 1, times the matrix that the graph keeps as its last constant ("emap",
/// 512×512); the product is not normalised again.
/// </summary>
internal sealed class InSwapper : EmbeddingSwapper
{
    private const int EmbeddingLength = 512;

    private readonly float[] _emap;

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <param name="file">Its file, which the matrix is read from.</param>
    /// <exception cref="Inference.ModelException">The network is no inswapper, or its file holds no such matrix.</exception>
    public InSwapper(InferenceSession session, ModelFile file)
        : base(ContractNames.InSwapper, session, AlignmentTemplate.Arcface128, TensorFormat.UnitRgb, TensorFormat.UnitRgb) =>
        _emap = OnnxInitializers.ReadLast(file, EmbeddingLength, EmbeddingLength);

    /// <inheritdoc/>
    protected override float[] ToOwnSpace(ReadOnlySpan<float> embedding) => SourceVectors.Multiply(embedding, _emap);
}
