using System.Runtime.InteropServices;
using FaceFusion.Inference.Native;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>A network's runs: binds tensors to what it takes and gives. Thread-safe.</summary>
internal sealed unsafe class SessionRuns
{
    /// <summary>The end of a failure's sentence.</summary>
    public const string Remedy = "use the model file that the caller's contract names";

    private readonly string _name;
    private readonly IReadOnlyList<TensorInfo> _inputs, _outputs;
    private readonly byte[][] _inputNames, _outputNames;

    // Of outputs whose size is known before the run: it was once what the model declares.
    private readonly long[]?[] _outputShapes;

    /// <summary>The runs of a network.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="inputs">What it takes, in the order of the graph.</param>
    /// <param name="outputs">What it gives, in the order of the graph.</param>
    public SessionRuns(string name, IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs)
    {
        _name = name;
        _inputs = inputs;
        _outputs = outputs;
        _inputNames = [.. inputs.Select(input => Pinned(input.Name))];
        _outputNames = [.. outputs.Select(output => Pinned(output.Name))];
        _outputShapes = new long[]?[outputs.Count];
    }

    /// <summary>Checks what a run is given.</summary>
    /// <param name="inputs">One tensor for each input.</param>
    /// <param name="onCard">The place of one that lies in a card's memory and isn't among them; negative where none does.</param>
    /// <exception cref="ModelException">A tensor is of the wrong type or shape.</exception>
    public void Check(ReadOnlySpan<Tensor?> inputs, int onCard)
    {
        if (inputs.Length != _inputs.Count)
            throw new ModelException($"The model '{_name}' takes {_inputs.Count} tensors ({string.Join(", ", _inputs.Select(input => $"'{input.Name}' {input}"))}), but was given {inputs.Length}; {Remedy}.");

        for (int i = 0; i < inputs.Length; i++)
        {
            if (i == onCard)
                continue;
            Tensor input = inputs[i]!;
            ObjectDisposedException.ThrowIf(input.Data is null, input);
            if (!_inputs[i].Accepts(input.Element, input.Shape))
                throw new ModelException($"The model '{_name}' takes '{_inputs[i].Name}' as {_inputs[i]}, but was given {input}; {Remedy}.");
        }
    }

    /// <summary>Runs the network once.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The native session, acquired.</param>
    /// <param name="wanted">The places of the outputs.</param>
    /// <param name="inputs">One tensor for each input, checked.</param>
    /// <param name="given">An input that lies in a card's memory; null where none does.</param>
    /// <param name="onCard">That input's place.</param>
    /// <param name="into">Where the one output goes that is to stay in a card's memory, and isn't returned; null where none is.</param>
    /// <returns>One tensor for each wanted output, the caller's to dispose of.</returns>
    /// <exception cref="ModelException">The run failed.</exception>
    public Tensor[] Run(
        OrtRuntime runtime, OrtSessionHandle session, ReadOnlySpan<int> wanted, ReadOnlySpan<Tensor?> inputs, CardTensor? given, int onCard, CardTensor? into)
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
                inputValues[i] = i == onCard ? given!.Value : inputs[i]!.Block.ValueOf(runtime, session, inputs[i]!);
            }

            for (int i = 0; i < wanted.Length; i++)
            {
                outputNames[i] = Address(_outputNames[wanted[i]]);
                if (into is not null)
                {
                    outputValues[i] = into.Value;
                }
                else if (Volatile.Read(ref _outputShapes[wanted[i]]) is { } shape)
                {
                    outputs[i] = Tensor.Uninitialized(_outputs[wanted[i]].Element, shape);
                    outputValues[i] = outputs[i]!.Block.ValueOf(runtime, session, outputs[i]!);
                }
            }

            OrtStatus* status;
            using (new CudaContextGuard(session.Provider))
            {
                NetworkTime.Begin();
                status = runtime.Api.Run(session.Pointer, null, inputNames, inputValues, (nuint)inputs.Length, outputNames, (nuint)wanted.Length, outputValues);
                NetworkTime.End();
            }

            if (status is not null)
                runtime.Api.Check(status, Failure(session), Remedy);
            if (into is not null)
                return [];
            for (int i = 0; i < wanted.Length; i++)
                outputs[i] ??= TakeOutput(runtime, wanted[i], ref outputValues[i]);
            return outputs!;
        }
        catch
        {
            // The values that the runtime made itself; the others stay bound to their memory.
            for (int i = 0; i < wanted.Length; i++)
            {
                if (outputs[i] is null && outputValues[i] is not null && into is null)
                    runtime.Api.ReleaseValue(outputValues[i]);
                outputs[i]?.Dispose();
            }

            throw;
        }
        finally
        {
            // The values stand for the tensors' memory, which their finalizers would give back.
            foreach (Tensor? input in inputs)
                GC.KeepAlive(input);
        }
    }

    /// <summary>Copies an output that the runtime made; the next one goes straight into a tensor's memory where its size was the one that the model declares.</summary>
    private Tensor TakeOutput(OrtRuntime runtime, int index, ref OrtValue* value)
    {
        Tensor tensor = OrtTensors.Copy(runtime.Api, value, $"The model '{_name}' gave no tensor", Remedy);
        runtime.Api.ReleaseValue(value);
        value = null;
        if (_outputs[index].Shape.All(size => size is not null) && _outputs[index].Accepts(tensor.Element, tensor.Shape))
            Volatile.Write(ref _outputShapes[index], tensor.Shape.ToArray());
        return tensor;
    }

    private string Failure(OrtSessionHandle session) =>
        session.Provider == ExecutionProvider.Cpu ? $"The model '{_name}' failed" : $"The model '{_name}' failed on {ProviderNotes.NameOf(session.Provider)}";

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
