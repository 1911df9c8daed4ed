namespace FaceFusion.KernelGenerator;

/// <summary>Mends OpenCL C that ILGPU wrote.</summary>
internal static class OpenClText
{
    // A compiler may fuse sums and products unless it is told not to: the same bits as the processor's.
    private const string Unfused = "#pragma OPENCL FP_CONTRACT OFF\n";

    /// <summary>The mended text.</summary>
    /// <param name="source">As it was written.</param>
    public static string Clean(string source) => Unfused + GeneratedNames.Number(source.ReplaceLineEndings("\n"));
}
