using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>An input or an output that a model declares.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Shape">The size of each dimension, outermost first; null where the model leaves it open.</param>
public sealed record TensorInfo(string Name, TensorElement Element, IReadOnlyList<long?> Shape)
{
    /// <summary>Whether a tensor of that type and shape is what the model declares.</summary>
    /// <param name="element">The type of the elements.</param>
    /// <param name="shape">The size of each dimension.</param>
    public bool Accepts(TensorElement element, ReadOnlySpan<long> shape)
    {
        if (element != Element || shape.Length != Shape.Count)
            return false;

        for (int i = 0; i < shape.Length; i++)
        {
            if (Shape[i] is { } declared && declared != shape[i])
                return false;
        }

        return true;
    }

    /// <summary>The type and the shape, such as "Float32 [1, 3, ?, ?]".</summary>
    public override string ToString()
        => $"{Element} [{string.Join(", ", Shape.Select(size => size?.ToString() ?? "?"))}]";
}
