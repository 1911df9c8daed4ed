using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Matrix;

/// <summary>A cell of the matrix of hosts and forms of images.</summary>
/// <param name="Host">The host's name in <see cref="HostProfiles.All"/>.</param>
/// <param name="Depth">The plate's depth; the host hands over the nearest one that it and the plug-in have.</param>
/// <param name="Components">The plate's components; likewise.</param>
/// <param name="Variation">What is varied.</param>
public sealed record MatrixCell(string Host, BitDepth Depth, PixelComponents Components, MatrixVariation Variation)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Host} {Depth} {Components} {Variation}";
}
