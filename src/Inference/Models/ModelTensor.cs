namespace FaceFusion.Inference.Models;

/// <summary>A model's input or output in the manifest's words.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Element">The type of its elements, a name of <see cref="Tensors.TensorElement"/> in lower case.</param>
/// <param name="Shape">The size of each dimension, outermost first; null where it is open.</param>
/// <param name="Meaning">What it holds: channels, range, units.</param>
public sealed record ModelTensor(string Name, string Element, IReadOnlyList<long?> Shape, string Meaning);
