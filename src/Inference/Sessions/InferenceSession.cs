using System.Diagnostics;
using System.Runtime.InteropServices;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Native;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// A model ready to run. Any number of threads may run it at once, and the result depends on the inputs alone.
/// Sessions come from <see cref="SessionCache"/> and live as long as the process; what they hold natively is given up
/// by <see cref="SessionCache.Purge"/> and loaded again by the next run.
/// </summary>
public sealed unsafe class InferenceSession
{
    private const string Remedy = "use the model file that the caller's contract names";

    private readonly Lock _gate = new();
    private readonly SessionOptions _options;
    private readonly HashSet<ExecutionProvider> _failed = [];
    private readonly byte[][] _inputNames;
    private readonly byte[][] _outputNames;
    private readonly int[] _everyOutput;

    // Of outputs whose size is known before the run: it was once what the model declares.
    private readonly long[]?[] _outputShapes;
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
        Inputs = SessionLoader.ReadInputs(runtime, _handle, file);
        Outputs = SessionLoader.ReadOutputs(runtime, _handle, file);
        _inputNames = [.. Inputs.Select(input => Pinned(input.Name))];
        _outputNames = [.. Outputs.Select(output => Pinned(output.Name))];
        _everyOutput = [.. Enumerable.Range(0, Outputs.Count)];
        _outputShapes = new long[]?[Outputs.Count];
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

        throw new ModelException($"The model '{Name}' has no output '{name}', but {string.Join(", ", Outputs.Select(output => $"'{output.Name}'"))}; {Remedy}.");
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

    private Tensor[] Run(ReadOnlySpan<int> wanted, ReadOnlySpan<Tensor> inputs)
    {
        CheckInputs(inputs);
        OrtRuntime runtime = OnnxRuntime.Load();
        while (true)
        {
            OrtSessionHandle session = Acquire(runtime);
            try
            {
                return RunOnce(runtime, session, wanted, inputs);
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

    private Tensor[] RunOnce(OrtRuntime runtime, OrtSessionHandle session, ReadOnlySpan<int> wanted, ReadOnlySpan<Tensor> inputs)
    {
        byte** inputNames = stackalloc byte*[inputs.Length], outputNames = stackalloc byte*[wanted.Length];
        OrtValue** inputValues = stackalloc OrtValue*[inputs.Length], outputValues = stackalloc OrtValue*[wanted.Length];
        Tensor?[] outputs = new Tensor?[wanted.Length];
        new Span<nint>(outputValues, wanted.Length).Clear();
        try
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                inputNames[i] = Address(_inputNames[i]);
                inputValues[i] = inputs[i].Block.ValueOf(runtime, session, inputs[i]);
            }

            for (int i = 0; i < wanted.Length; i++)
            {
                outputNames[i] = Address(_outputNames[wanted[i]]);
                if (Volatile.Read(ref _outputShapes[wanted[i]]) is { } shape)
                {
                    outputs[i] = Tensor.Uninitialized(Outputs[wanted[i]].Element, shape);
                    outputValues[i] = outputs[i]!.Block.ValueOf(runtime, session, outputs[i]!);
                }
            }

            long start = Stopwatch.GetTimestamp();
            OrtStatus* status;
            using (new CudaContextGuard(session.Provider))
                status = runtime.Api.Run(session.Pointer, null, inputNames, inputValues, (nuint)inputs.Length, outputNames, (nuint)wanted.Length, outputValues);
            NetworkTime.AddSince(start);
            if (status is not null)
                runtime.Api.Check(status, Failure(session), Remedy);
            for (int i = 0; i < wanted.Length; i++)
                outputs[i] ??= TakeOutput(runtime, wanted[i], ref outputValues[i]);
            return outputs!;
        }
        catch
        {
            // The values that the runtime made itself; the others stay bound to their memory.
            for (int i = 0; i < wanted.Length; i++)
            {
                if (outputs[i] is null && outputValues[i] is not null)
                    runtime.Api.ReleaseValue(outputValues[i]);
                outputs[i]?.Dispose();
            }

            throw;
        }
        finally
        {
            // The values stand for the tensors' memory, which their finalizers would give back.
            foreach (Tensor input in inputs)
                GC.KeepAlive(input);
        }
    }

    /// <summary>Copies an output that the runtime made; the next one goes straight into a tensor's memory where its size was the one that the model declares.</summary>
    private Tensor TakeOutput(OrtRuntime runtime, int index, ref OrtValue* value)
    {
        Tensor tensor = OrtTensors.Copy(runtime.Api, value, $"The model '{Name}' gave no tensor", Remedy);
        runtime.Api.ReleaseValue(value);
        value = null;
        if (Outputs[index].Shape.All(size => size is not null) && Outputs[index].Accepts(tensor.Element, tensor.Shape))
            Volatile.Write(ref _outputShapes[index], tensor.Shape.ToArray());
        return tensor;
    }

    private string Failure(OrtSessionHandle session) =>
        session.Provider == ExecutionProvider.Cpu ? $"The model '{Name}' failed" : $"The model '{Name}' failed on {ProviderNotes.NameOf(session.Provider)}";

    private void CheckInputs(ReadOnlySpan<Tensor> inputs)
    {
        if (inputs.Length != Inputs.Count)
            throw new ModelException($"The model '{Name}' takes {Inputs.Count} tensors ({string.Join(", ", Inputs.Select(input => $"'{input.Name}' {input}"))}), but was given {inputs.Length}; {Remedy}.");

        for (int i = 0; i < inputs.Length; i++)
        {
            ObjectDisposedException.ThrowIf(inputs[i].Data is null, inputs[i]);
            if (!Inputs[i].Accepts(inputs[i].Element, inputs[i].Shape))
                throw new ModelException($"The model '{Name}' takes '{Inputs[i].Name}' as {Inputs[i]}, but was given {inputs[i]}; {Remedy}.");
        }
    }

    /// <summary>The native session with a reference for the caller; loads it when it has been given up.</summary>
    private OrtSessionHandle Acquire(OrtRuntime runtime)
    {
        lock (_gate)
        {
            _handle ??= SessionLoader.Open(runtime, _file, _options, _failed);
            bool held = false;
            _handle.DangerousAddRef(ref held);
            return _handle;
        }
    }

    /// <summary>A name's bytes where the garbage collector leaves them, so that their address may be kept.</summary>
    private static byte[] Pinned(string name)
    {
        byte[] bytes = NativeText.Utf8(name);
        byte[] pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned, 0);
        return pinned;
    }

    private static byte* Address(byte[] pinned) => (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
