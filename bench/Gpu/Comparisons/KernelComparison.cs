using FaceFusion.Kernels.Device;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>Everything that a card computes beside what the processor does.</summary>
internal static class KernelComparison
{
    /// <summary>The largest error that there may be.</summary>
    public const double Needed = 2e-6;

    /// <summary>The comparisons, each run when it is asked for.</summary>
    public static IEnumerable<(string Name, IEnumerable<Difference> All)> Parts(KernelDevice device) =>
    [
        ("sampling", SamplingComparison.Run(device)),
        ("paste", PasteComparison.Run(device)),
        ("filters", FilterComparison.Run(device)),
    ];
}
