namespace FaceFusion.Inference.Models;

/// <summary>What a <see cref="ResourceEntry"/> was made of.</summary>
/// <param name="Name">The material and what of it was used.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Licence">The licence's SPDX identifier.</param>
/// <param name="Address">Where it is published.</param>
public sealed record ResourceSource(string Name, string Author, string Licence, string Address);
