namespace FaceFusion.Inference.Sessions;

/// <summary>Which providers are tried for a network, one after the other; the processor, which always serves, is the last and not in it.</summary>
internal static class ProviderChain
{
    // The order of Automatic, with the names that the runtime lists them by.
    private static readonly (ExecutionProvider Provider, string Name)[] Known =
    [
        (ExecutionProvider.TensorRt, "TensorrtExecutionProvider"),
        (ExecutionProvider.Cuda, "CUDAExecutionProvider"),
        (ExecutionProvider.DirectMl, "DmlExecutionProvider"),
        (ExecutionProvider.CoreMl, "CoreMLExecutionProvider"),
        (ExecutionProvider.WebGpu, "WebGpuExecutionProvider"),
    ];

    /// <summary>The providers to try.</summary>
    /// <param name="offered">What the runtime lists.</param>
    /// <param name="chosen">What somebody chose.</param>
    /// <returns>One that was chosen by name, whether or not it is offered; all that are offered for Automatic.</returns>
    public static IReadOnlyList<ExecutionProvider> Of(IReadOnlyList<string> offered, ExecutionProvider chosen) => chosen switch
    {
        ExecutionProvider.Cpu => [],
        ExecutionProvider.Automatic => [.. Known.Where(known => offered.Contains(known.Name)).Select(known => known.Provider)],
        _ => [chosen],
    };

    /// <summary>Whether the runtime has a provider.</summary>
    /// <param name="offered">What it lists.</param>
    /// <param name="provider">The provider.</param>
    public static bool IsOffered(IReadOnlyList<string> offered, ExecutionProvider provider) =>
        provider == ExecutionProvider.Cpu || offered.Contains(Known.First(known => known.Provider == provider).Name);
}
