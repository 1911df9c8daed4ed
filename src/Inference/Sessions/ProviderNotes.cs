using System.Collections.Concurrent;

namespace FaceFusion.Inference.Sessions;

/// <summary>What came of the wish to run networks elsewhere than on the processor.</summary>
public static class ProviderNotes
{
    // A reason of the network "" holds for all of them, one of "*" where nobody names the provider.
    private static readonly ConcurrentDictionary<(ExecutionProvider Provider, string Network), string> Reasons = new();
    private static readonly ConcurrentDictionary<string, ExecutionProvider> Serving = new(StringComparer.Ordinal);

    /// <summary>
    /// A sentence for each provider that runs such networks, which names them, and one for each reason why another one
    /// doesn't; none where nobody wished for anything but the processor.
    /// </summary>
    public static IReadOnlyList<string> All =>
    [
        .. Serving.GroupBy(network => network.Value, network => network.Key).OrderBy(group => group.Key)
            .Select(group => $"Run by {NameOf(group.Key)}: {string.Join(", ", group.Order(StringComparer.Ordinal))}."),
        .. Reasons.OrderBy(reason => reason.Key).Select(reason => reason.Value),
    ];

    /// <summary>Notes what runs a network for which something else than the processor was wished.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="provider">What runs it.</param>
    internal static void Serves(string network, ExecutionProvider provider) => Serving[network] = provider;

    /// <summary>Notes that a provider runs no network in this process; it isn't tried again until <see cref="Forget"/>.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="reason">Why, as a sentence.</param>
    internal static void Refuses(ExecutionProvider provider, string reason) => Refuses(provider, "", reason);

    /// <summary>Notes that a provider doesn't run a network.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="reason">Why, as a sentence.</param>
    internal static void Refuses(ExecutionProvider provider, string network, string reason) => Reasons[(provider, network)] = reason;

    /// <summary>Notes that Automatic passes a provider over, which would be taken if it were named.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="reason">Why, as a sentence.</param>
    internal static void Leaves(ExecutionProvider provider, string reason) => Refuses(provider, "*", reason);

    /// <summary>Whether a provider was found to run no network in this process.</summary>
    /// <param name="provider">The provider.</param>
    internal static bool IsOut(ExecutionProvider provider) => Reasons.ContainsKey((provider, ""));

    /// <summary>Has every provider tried again.</summary>
    internal static void Forget()
    {
        Reasons.Clear();
        Serving.Clear();
    }

    /// <summary>A provider as sentences call it.</summary>
    /// <param name="provider">The provider.</param>
    internal static string NameOf(ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.Automatic => "the best there is",
        ExecutionProvider.Cpu => "the processor",
        _ => ExecutionProviders.LabelOf(provider),
    };
}
