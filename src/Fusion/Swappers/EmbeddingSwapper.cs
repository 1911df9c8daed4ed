using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// A swapper whose identity is a vector of 512 values, made of ArcFace's embedding in a way of the family's own.
/// </summary>
/// <remarks>
/// The amount goes from the identity's vector s towards the target's own, t, or away from it: s + w·(t − s) with w from
/// 0.35 (amount 0) by 0 (0.5) to −0.35 (1). FaceFusion 3.8 has the same scale, but takes t as ArcFace gave it, in another
/// space than s for most families; here both are in the swapper's, and the sum keeps the length of s.
/// </remarks>
internal abstract class EmbeddingSwapper : PlanarSwapper
{
    private const float WidestShare = 0.35f;

    private readonly Lock _gate = new();
    private IReadOnlyList<IdentityPhoto>? _knownPhotos;
    private float[] _known = [];

    /// <inheritdoc cref="PlanarSwapper(string, InferenceSession, AlignmentTemplate, TensorFormat, TensorFormat)"/>
    protected EmbeddingSwapper(string contract, InferenceSession session, AlignmentTemplate template, TensorFormat taken, TensorFormat given)
        : base(contract, session, template, taken, given)
    {
    }

    /// <inheritdoc/>
    protected sealed override Tensor Source(in SwapSubject subject, int batch, TensorInfo input)
    {
        float[] vector = VectorOf(subject);
        return NetworkTensors.Make(
            input.Element,
            floats =>
            {
                for (int i = 0; i < batch; i++)
                    vector.CopyTo(floats[(i * vector.Length)..]);
            },
            batch, vector.Length);
    }

    /// <summary>An embedding in the space that the network knows.</summary>
    /// <param name="embedding">ArcFace's, of length 1.</param>
    protected abstract float[] ToOwnSpace(ReadOnlySpan<float> embedding);

    private float[] VectorOf(in SwapSubject subject)
    {
        float[] identity = OfIdentity(subject);
        float share = WidestShare * (1 - (2 * subject.Amount));
        if (share == 0)
            return identity;

        float[] target = ToOwnSpace(subject.TargetEmbedding().Values), mixed = new float[identity.Length];
        for (int i = 0; i < mixed.Length; i++)
            mixed[i] = identity[i] + (share * (target[i] - identity[i]));
        return SourceVectors.OfLength(mixed, SourceVectors.LengthOf(identity));
    }

    // The same person from frame to frame.
    private float[] OfIdentity(in SwapSubject subject)
    {
        IReadOnlyList<IdentityPhoto> photos = subject.Identity.Photos;
        lock (_gate)
        {
            if (_knownPhotos is not null && _knownPhotos.SequenceEqual(photos))
                return _known;
        }

        float[] vector = ToOwnSpace(SourceEmbeddings.Of(subject.Identity, subject.Recogniser()).Values);
        lock (_gate)
            (_knownPhotos, _known) = (photos, vector);
        return vector;
    }
}
