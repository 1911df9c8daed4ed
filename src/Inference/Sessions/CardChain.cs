using FaceFusion.Inference.Native;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// Two networks one after the other on a CUDA card, where what the first gives the second stays: large tensors that nobody else
/// reads needn't go to the processor and back.
/// </summary>
public static class CardChain
{
    /// <summary>Runs both.</summary>
    /// <param name="first">The first network.</param>
    /// <param name="output">The place of the output that the second takes, in <see cref="InferenceSession.Outputs"/>.</param>
    /// <param name="firstInputs">One tensor for each of its inputs.</param>
    /// <param name="second">The second network.</param>
    /// <param name="input">The place of the input that is the first's, in <see cref="InferenceSession.Inputs"/>.</param>
    /// <param name="secondInputs">One tensor for each of its inputs; what stands at that place is left alone and may be null.</param>
    /// <returns>
    /// One tensor for each of the second's outputs, the caller's to dispose of. Null where they can't be run so, whatever the
    /// reason (no card runs both, the tensor's size is open, the card has no memory, a run failed): the caller runs them one by one.
    /// </returns>
    /// <exception cref="ModelException">A tensor is of the wrong type or shape.</exception>
    public static Tensor[]? TryRun(
        InferenceSession first, int output, ReadOnlySpan<Tensor> firstInputs, InferenceSession second, int input, ReadOnlySpan<Tensor?> secondInputs)
    {
        TensorInfo given = first.Outputs[output], taken = second.Inputs[input];
        if (given.Shape.Any(size => size is not > 0))
            return null;
        long[] shape = [.. given.Shape.Select(size => size!.Value)];
        if (!taken.Accepts(given.Element, shape))
            return null;

        OrtRuntime runtime = OnnxRuntime.Load();
        OrtSessionHandle one = first.Acquire(runtime);
        try
        {
            OrtSessionHandle other = second.Acquire(runtime);
            try
            {
                if (one.CardMemory is null || other.CardMemory is null)
                    return null;
                using CardTensor? between = CardTensor.Make(runtime, one.CardMemory, given.Element, shape);
                return between is not null && first.TryRunInto(runtime, one, output, firstInputs, between)
                    ? second.TryRunOn(runtime, other, input, between, secondInputs)
                    : null;
            }
            finally
            {
                other.DangerousRelease();
            }
        }
        finally
        {
            one.DangerousRelease();
        }
    }
}
