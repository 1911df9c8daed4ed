using FaceFusion.Inference;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Fusion.Networks;

/// <summary>What a network gave, as numbers that can be relied on. Owns its tensors.</summary>
internal sealed class NetworkOutputs : IDisposable
{
    private readonly InferenceSession _session;
    private readonly Tensor[] _tensors;

    private NetworkOutputs(InferenceSession session, Tensor[] tensors)
    {
        _session = session;
        _tensors = tensors;
    }

    /// <summary>Runs a network.</summary>
    /// <param name="session">The network.</param>
    /// <param name="inputs">What it takes, in the order of the graph.</param>
    /// <exception cref="ModelException">An input is of the wrong type or shape, or the run failed.</exception>
    public static NetworkOutputs Run(InferenceSession session, params ReadOnlySpan<Tensor> inputs) => new(session, session.Run(inputs));

    /// <summary>The sizes of an output.</summary>
    /// <param name="index">Its place in the graph.</param>
    public ReadOnlySpan<long> Shape(int index) => _tensors[index].Shape;

    /// <summary>An output's values, converted where they are halves or whole numbers.</summary>
    /// <param name="index">Its place in the graph.</param>
    /// <param name="count">How many there are to be at least.</param>
    /// <exception cref="ModelException">There are fewer, or some are no finite numbers.</exception>
    public ReadOnlySpan<float> Floats(int index, int count)
    {
        Tensor tensor = _tensors[index];
        if (tensor.Length < count)
            throw new ModelException($"The model '{_session.Name}' gave {tensor.Length} values as '{_session.Outputs[index].Name}' where {count} are needed; use another file of that network.");

        ReadOnlySpan<float> values = Floats(tensor);
        bool finite = true;
        foreach (float value in values)
            finite &= float.IsFinite(value);
        return finite
            ? values
            : throw new ModelException($"The model '{_session.Name}' gave values as '{_session.Outputs[index].Name}' that are no finite numbers; use another file of that network, fp32 rather than fp16.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _tensors)
            tensor.Dispose();
    }

    private ReadOnlySpan<float> Floats(Tensor tensor) => tensor.Element switch
    {
        TensorElement.Float32 => tensor.AsSpan<float>(),
        TensorElement.Float16 => tensor.ToFloats(),
        TensorElement.Int64 => Array.ConvertAll(tensor.AsSpan<long>().ToArray(), static value => (float)value),
        TensorElement.Int32 => Array.ConvertAll(tensor.AsSpan<int>().ToArray(), static value => (float)value),
        _ => throw new ModelException($"The model '{_session.Name}' gave {tensor} where floats are needed; use another file of that network."),
    };
}
