namespace FaceFusion.Inference.Models;

/// <summary>Published material that a <see cref="ResourceEntry"/> was made of, or that a network learnt on.</summary>
/// <param name="Name">The material and what of it was used.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Licence">The licence's SPDX identifier.</param>
/// <param name="Address">Where it is published.</param>
public sealed record ResourceSource(string Name, string Author, string Licence, string Address);
