using FaceFusion.Fusion.Recognition;
using FaceFusion.Inference;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Pixels;

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

    /// <summary>What a network gave already.</summary>
    /// <param name="session">The network.</param>
    /// <param name="tensors">All its outputs; the new object's.</param>
    public static NetworkOutputs Of(InferenceSession session, Tensor[] tensors) => new(session, tensors);

    /// <summary>The sizes of an output.</summary>
    /// <param name="index">Its place in the graph.</param>
    public ReadOnlySpan<long> Shape(int index) => _tensors[index].Shape;

    /// <summary>An output's first values, converted where they are halves or whole numbers.</summary>
    /// <param name="index">Its place in the graph.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ModelException">There are fewer, or some are no finite numbers.</exception>
    public ReadOnlySpan<float> Floats(int index, int count) => Checked(Floats(Tensor(index, count))[..count], index);

    /// <summary>What <see cref="Floats(int, int)"/> gave before, without a look at each number again.</summary>
    /// <param name="index">Its place in the graph.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<float> KnownFloats(int index, int count) => Floats(Tensor(index, count))[..count];

    /// <summary>An output's values, all of them, copied to where they are wanted: halves need no memory of their own.</summary>
    /// <param name="index">Its place in the graph.</param>
    /// <param name="values">Receives them.</param>
    /// <exception cref="ModelException">There are fewer or more, or some are no finite numbers.</exception>
    public void Read(int index, Span<float> values)
    {
        Tensor tensor = Tensor(index, values.Length);
        if (tensor.Length > values.Length)
            throw Wrong(index, tensor.Length, values.Length);
        tensor.ReadFloats(values);
        Checked(values, index);
    }

    /// <summary>An output's values as the embedding of a face.</summary>
    /// <param name="index">Its place in the graph.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="scale">What cosines of that network mean.</param>
    /// <exception cref="ModelException">There are fewer, some are no finite numbers, or all are zero.</exception>
    public FaceEmbedding Embedding(int index, int length, LikenessScale scale)
    {
        ReadOnlySpan<float> values = Floats(index, length);
        return values.ContainsAnyExcept(0f)
            ? new FaceEmbedding(values, scale)
            : throw new ModelException($"The model '{_session.Name}' gave nothing but zeros as '{_session.Outputs[index].Name}'; use another file of that network.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _tensors)
            tensor.Dispose();
    }

    private Tensor Tensor(int index, int count) => _tensors[index] is var tensor && tensor.Length >= count ? tensor : throw Wrong(index, tensor.Length, count);

    private ModelException Wrong(int index, int given, int needed) =>
        new($"The model '{_session.Name}' gave {given} values as '{_session.Outputs[index].Name}' where {needed} are needed; use another file of that network.");

    private ReadOnlySpan<float> Checked(ReadOnlySpan<float> values, int index) => FiniteValues.All(values)
        ? values
        : throw new ModelException($"The model '{_session.Name}' gave values as '{_session.Outputs[index].Name}' that are no finite numbers; use another file of that network, fp32 rather than fp16.");

    private ReadOnlySpan<float> Floats(Tensor tensor) => tensor.Element switch
    {
        TensorElement.Float32 => tensor.AsSpan<float>(),
        TensorElement.Float16 => tensor.ToFloats(),
        TensorElement.Int64 => Array.ConvertAll(tensor.AsSpan<long>().ToArray(), static value => (float)value),
        TensorElement.Int32 => Array.ConvertAll(tensor.AsSpan<int>().ToArray(), static value => (float)value),
        _ => throw new ModelException($"The model '{_session.Name}' gave {tensor} where floats are needed; use another file of that network."),
    };
}
