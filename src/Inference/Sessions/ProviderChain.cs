namespace FaceFusion.Inference.Sessions;

/// <summary>Which providers are tried for a network, one after the other; the processor, which always serves, is the last and not in it.</summary>
internal static class ProviderChain
{
    // The order of Automatic.
    private static readonly ExecutionProvider[] Best =
        [ExecutionProvider.TensorRt, ExecutionProvider.Cuda, ExecutionProvider.DirectMl, ExecutionProvider.CoreMl, ExecutionProvider.WebGpu];

    /// <summary>The providers to try.</summary>
    /// <param name="offered">What the runtime lists.</param>
    /// <param name="chosen">What somebody chose.</param>
    /// <returns>One that was chosen by name, whether or not it is offered; all that are offered for Automatic.</returns>
    public static IReadOnlyList<ExecutionProvider> Of(IReadOnlyList<string> offered, ExecutionProvider chosen) => chosen switch
    {
        ExecutionProvider.Cpu => [],
        ExecutionProvider.Automatic => [.. Best.Where(provider => IsOffered(offered, provider))],
        _ => [chosen],
    };

    /// <summary>Whether the runtime has a provider.</summary>
    /// <param name="offered">What it lists.</param>
    /// <param name="provider">The provider.</param>
    public static bool IsOffered(IReadOnlyList<string> offered, ExecutionProvider provider) =>
        provider == ExecutionProvider.Cpu || offered.Contains(ExecutionProviders.ListedAs(provider));
}
