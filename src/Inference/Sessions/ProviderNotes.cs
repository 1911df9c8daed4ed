using System.Collections.Concurrent;

namespace FaceFusion.Inference.Sessions;

/// <summary>What came of the wish to run networks elsewhere than on the processor: a sentence for each network that is run there after all.</summary>
public static class ProviderNotes
{
    private static readonly ConcurrentDictionary<string, string> Notes = new(StringComparer.Ordinal);

    /// <summary>The sentences, by network.</summary>
    public static IReadOnlyList<string> All => [.. Notes.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => note.Value)];

    /// <summary>Notes that a provider failed and another serves.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="serves">What runs it.</param>
    /// <param name="reasons">Why the others don't.</param>
    internal static void Tell(string network, ExecutionProvider serves, IEnumerable<string> reasons) =>
        Notes[network] = $"'{network}' is run by {NameOf(serves)}: {string.Join("; ", reasons.Select(reason => reason.TrimEnd('.')))}.";

    /// <summary>A provider as people call it.</summary>
    /// <param name="provider">The provider.</param>
    internal static string NameOf(ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.TensorRt => "TensorRT",
        ExecutionProvider.Cuda => "CUDA",
        ExecutionProvider.DirectMl => "DirectML",
        ExecutionProvider.CoreMl => "Core ML",
        ExecutionProvider.WebGpu => "WebGPU",
        ExecutionProvider.Automatic => "the best there is",
        _ => "the processor",
    };
}
