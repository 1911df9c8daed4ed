namespace FaceFusion.Gpu.Ptx;

/// <summary>Which thread of a launch runs: the special registers of PTX ISA 7.0, section 10.</summary>
/// <param name="GroupX">%ctaid.x.</param>
/// <param name="GroupY">%ctaid.y.</param>
/// <param name="GroupWidth">%ntid.x.</param>
/// <param name="GroupHeight">%ntid.y.</param>
/// <param name="X">%tid.x.</param>
/// <param name="Y">%tid.y.</param>
internal readonly record struct PtxThread(int GroupX, int GroupY, int GroupWidth, int GroupHeight, int X, int Y)
{
    /// <summary>The registers' names, in the order of <see cref="Fill"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["%ctaid.x", "%ctaid.y", "%ntid.x", "%ntid.y", "%tid.x", "%tid.y"];

    /// <summary>Writes the registers.</summary>
    /// <param name="registers">Room for all.</param>
    public void Fill(Span<ulong> registers)
    {
        ReadOnlySpan<int> values = [GroupX, GroupY, GroupWidth, GroupHeight, X, Y];
        for (int i = 0; i < values.Length; i++)
            registers[i] = (ulong)values[i];
    }
}
