using ILGPU;

namespace FaceFusion.KernelGenerator.Entries;

/// <summary>Which pixel a thread computes.</summary>
internal static class Threads
{
    /// <summary>Its column.</summary>
    public static int X => (Grid.IdxX * Group.DimX) + Group.IdxX;

    /// <summary>Its row.</summary>
    public static int Y => (Grid.IdxY * Group.DimY) + Group.IdxY;
}
