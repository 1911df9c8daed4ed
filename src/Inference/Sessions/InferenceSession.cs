using FaceFusion.Inference.Models;
using FaceFusion.Inference.Native;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// A model ready to run. Any number of threads may run it at once, and the result depends on the inputs alone.
/// Sessions come from <see cref="SessionCache"/> and live as long as the process; what they hold natively is given up
/// by <see cref="SessionCache.Purge"/> and loaded again by the next run.
/// </summary>
public sealed class InferenceSession
{
    private readonly Lock _gate = new();
    private readonly SessionOptions _options;
    private readonly HashSet<ExecutionProvider> _failed = [];
    private readonly int[] _everyOutput;
    private readonly SessionRuns _runs;
    private ModelFile _file;
    private OrtSessionHandle? _handle;

    /// <summary>Loads a model.</summary>
    /// <param name="file">The model's file.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="ModelException">The file or the runtime can't be loaded.</exception>
    internal InferenceSession(ModelFile file, SessionOptions options)
    {
        _file = file;
        _options = options;
        OrtRuntime runtime = OnnxRuntime.Load();
        _handle = SessionLoader.Open(runtime, file, options, _failed);
        try
        {
            Inputs = SessionLoader.ReadInputs(runtime, _handle, file);
            Outputs = SessionLoader.ReadOutputs(runtime, _handle, file);
        }
        catch
        {
            // The memory that it lends would keep it.
            _handle.Dispose();
            throw;
        }

        _everyOutput = [.. Enumerable.Range(0, Outputs.Count)];
        _runs = new SessionRuns(Name, Inputs, Outputs);
    }

    /// <summary>The model's name in messages: its id in the manifest, else its file name.</summary>
    public string Name => _file.Name;

    /// <summary>What the model takes, in the order of the graph.</summary>
    public IReadOnlyList<TensorInfo> Inputs { get; }

    /// <summary>What the model gives, in the order of the graph.</summary>
    public IReadOnlyList<TensorInfo> Outputs { get; }

    /// <summary>Whether the native session is in memory.</summary>
    internal bool IsResident
    {
        get
        {
            lock (_gate)
                return _handle is not null;
        }
    }

    /// <summary>Runs the model for all its outputs.</summary>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <returns>One tensor for each of <see cref="Outputs"/>, in that order, the caller's to dispose of.</returns>
    /// <exception cref="ModelException">A tensor is of the wrong type or shape, or the run failed.</exception>
    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
    {
        return Run(_everyOutput, inputs);
    }

    /// <summary>Runs as much of the model as some of its outputs need.</summary>
    /// <param name="outputs">Names of <see cref="Outputs"/>, at least one.</param>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <returns>One tensor for each name, in that order, the caller's to dispose of.</returns>
    /// <exception cref="ModelException">
    /// The model has no such output, a tensor is of the wrong type or shape, or the run failed.
    /// </exception>
    public Tensor[] Run(ReadOnlySpan<string> outputs, params ReadOnlySpan<Tensor> inputs)
    {
        Span<int> wanted = stackalloc int[outputs.Length];
        for (int i = 0; i < wanted.Length; i++)
            wanted[i] = IndexOfOutput(outputs[i]);
        return Run(wanted, inputs);
    }

    /// <summary>The place of an output in <see cref="Outputs"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ModelException">The model has no such output.</exception>
    public int IndexOfOutput(string name)
    {
        for (int i = 0; i < Outputs.Count; i++)
        {
            if (Outputs[i].Name == name)
                return i;
        }

        throw new ModelException($"The model '{Name}' has no output '{name}', but {string.Join(", ", Outputs.Select(output => $"'{output.Name}'"))}; {SessionRuns.Remedy}.");
    }

    /// <summary>Gives up the native session, once the runs in progress are over; the next run loads it again, by a provider that failed too.</summary>
    internal void Release()
    {
        OrtSessionHandle? handle;
        lock (_gate)
        {
            handle = _handle;
            _handle = null;
            _failed.Clear();
        }

        handle?.Dispose();
    }

    /// <summary>Has the next loading read the same content from where it was seen last.</summary>
    /// <param name="file">A file with the same content.</param>
    internal void Relocate(ModelFile file)
    {
        lock (_gate)
            _file = file;
    }

    /// <summary>Runs the model for one output into a card's memory; false where the run failed there, and another provider runs the model from now on.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The native session, acquired.</param>
    /// <param name="output">The output's place.</param>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>.</param>
    /// <param name="into">Of the output's type and shape.</param>
    internal bool TryRunInto(OrtRuntime runtime, OrtSessionHandle session, int output, ReadOnlySpan<Tensor> inputs, CardTensor into)
    {
        _runs.Check(inputs, onCard: -1);
        try
        {
            _runs.Run(runtime, session, [output], inputs, null, onCard: -1, into);
            return true;
        }
        catch (ModelException failure) when (FallBack(session, failure))
        {
            return false;
        }
    }

    /// <summary>Runs the model for all its outputs with an input in a card's memory; null where the run failed there, and another provider runs the model from now on.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The native session, acquired.</param>
    /// <param name="input">The input's place.</param>
    /// <param name="given">Of the input's type and shape.</param>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>; nothing at that place.</param>
    internal Tensor[]? TryRunOn(OrtRuntime runtime, OrtSessionHandle session, int input, CardTensor given, ReadOnlySpan<Tensor?> inputs)
    {
        _runs.Check(inputs, input);
        try
        {
            return _runs.Run(runtime, session, _everyOutput, inputs, given, input, null);
        }
        catch (ModelException failure) when (FallBack(session, failure))
        {
            return null;
        }
    }

    private Tensor[] Run(ReadOnlySpan<int> wanted, ReadOnlySpan<Tensor> inputs)
    {
        _runs.Check(inputs, onCard: -1);
        OrtRuntime runtime = OnnxRuntime.Load();
        while (true)
        {
            OrtSessionHandle session = Acquire(runtime);
            try
            {
                return _runs.Run(runtime, session, wanted, inputs, null, onCard: -1, null);
            }
            catch (ModelException failure) when (FallBack(session, failure))
            {
                // The next provider runs it, at last the processor, whose failures are the caller's.
            }
            finally
            {
                session.DangerousRelease();
            }
        }
    }

    /// <summary>Has another provider run a model from now on that failed on one; false where it was the processor.</summary>
    private bool FallBack(OrtSessionHandle session, ModelException failure)
    {
        if (session.Provider == ExecutionProvider.Cpu)
            return false;

        lock (_gate)
        {
            // Another thread's run of the same session may have failed first.
            if (_handle == session)
            {
                _handle = null;
                _failed.Add(session.Provider);
                session.Dispose();
                ProviderNotes.Refuses(session.Provider, Name, failure.Message);
            }
        }

        return true;
    }

    /// <summary>The native session with a reference for the caller; loads it when it has been given up.</summary>
    internal OrtSessionHandle Acquire(OrtRuntime runtime)
    {
        lock (_gate)
        {
            _handle ??= SessionLoader.Open(runtime, _file, _options, _failed);
            bool held = false;
            _handle.DangerousAddRef(ref held);
            return _handle;
        }
    }
}
