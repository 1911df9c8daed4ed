using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>A converter from ArcFace's embeddings to those that another family's networks learnt with: 512 values in, 512 out.</summary>
internal sealed class CrossFace
{
    private const int Length = 512;

    private readonly InferenceSession _session;

    /// <summary>A converter on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no converter.</exception>
    public CrossFace(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.CrossFace, session);
        _session = session;
    }

    /// <summary>Converts an embedding; the answer's length is the network's.</summary>
    /// <param name="embedding">512 values of length 1.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public float[] Convert(ReadOnlySpan<float> embedding)
    {
        using Tensor input = Tensor.FromFloats(_session.Inputs[0].Element, embedding, 1, Length);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        return outputs.Floats(0, Length).ToArray();
    }
}
