namespace FaceFusion.Kernels.Execution;

/// <summary>
/// The work of a parallel loop over [from, to). One value is shared by all threads, so <see cref="Run"/> only reads
/// its fields; calls write disjoint memory and their results do not depend on how the range was cut.
/// </summary>
public interface IRangeBody
{
    /// <summary>Does the work of the indices from ≤ i &lt; to.</summary>
    /// <param name="from">First index.</param>
    /// <param name="to">One past the last index.</param>
    void Run(int from, int to);
}
