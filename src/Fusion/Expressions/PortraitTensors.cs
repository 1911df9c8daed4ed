using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Fusion.Expressions;

/// <summary>Points as LivePortrait's networks take and give them.</summary>
internal static class PortraitTensors
{
    /// <summary>The 21 points, or moves, that a network gave; valid as long as its outputs are.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="index">The output's place in the graph.</param>
    /// <exception cref="Inference.ModelException">There are fewer, or some are no finite numbers.</exception>
    public static ReadOnlySpan<Vector3> PointsOf(NetworkOutputs outputs, int index) =>
        MemoryMarshal.Cast<float, Vector3>(outputs.Floats(index, 3 * PortraitMotion.Count));

    /// <summary>Points, 1×21×3; the caller disposes of them.</summary>
    /// <param name="input">What the network takes.</param>
    /// <param name="points">21 points.</param>
    public static Tensor OfPoints(TensorInfo input, ReadOnlySpan<Vector3> points) =>
        Tensor.FromFloats(input.Element, MemoryMarshal.Cast<Vector3, float>(points), 1, PortraitMotion.Count, 3);

    /// <summary>The points' 63 numbers and further ones after them; the caller disposes of them.</summary>
    /// <param name="input">What the network takes.</param>
    /// <param name="points">21 points.</param>
    /// <param name="further">The further numbers.</param>
    public static Tensor OfPoints(TensorInfo input, ReadOnlySpan<Vector3> points, params ReadOnlySpan<float> further)
    {
        Span<float> numbers = stackalloc float[(3 * PortraitMotion.Count) + further.Length];
        MemoryMarshal.Cast<Vector3, float>(points).CopyTo(numbers);
        further.CopyTo(numbers[(3 * PortraitMotion.Count)..]);
        return Tensor.FromFloats(input.Element, numbers, 1, numbers.Length);
    }
}
