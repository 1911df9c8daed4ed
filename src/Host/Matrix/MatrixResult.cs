namespace FaceFusion.Host.Matrix;

/// <summary>What became of a cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Failure">Why it failed, in one sentence; null when it passed.</param>
public sealed record MatrixResult(MatrixCell Cell, string? Failure);
