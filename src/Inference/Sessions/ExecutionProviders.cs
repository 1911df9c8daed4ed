namespace FaceFusion.Inference.Sessions;

/// <summary>The names of <see cref="ExecutionProvider"/>: menus, command lines, the environment and the runtime have them from here.</summary>
public static class ExecutionProviders
{
    // In the enumeration's order: how people write it, and what the runtime lists it by.
    private static readonly (string Label, string? Listed)[] Table =
    [
        ("Automatic", null),
        ("CPU", "CPUExecutionProvider"),
        ("TensorRT", "TensorrtExecutionProvider"),
        ("CUDA", "CUDAExecutionProvider"),
        ("DirectML", "DmlExecutionProvider"),
        ("CoreML", "CoreMLExecutionProvider"),
        ("WebGPU", "WebGpuExecutionProvider"),
    ];

    /// <summary>All of them as people write them, in the enumeration's order.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Table.Select(provider => provider.Label)];

    /// <summary>All of them as command lines and the environment take them, in the enumeration's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(provider => provider.Label.ToLowerInvariant())];

    /// <summary>A provider as people write it.</summary>
    /// <param name="provider">The provider.</param>
    public static string LabelOf(ExecutionProvider provider) => Table[(int)provider].Label;

    /// <summary>The provider of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>, in capitals or not.</param>
    /// <param name="provider">The provider.</param>
    /// <returns>Whether there is one of that name.</returns>
    public static bool TryParse(string name, out ExecutionProvider provider)
    {
        int found = Array.FindIndex(Table, known => known.Label.Equals(name, StringComparison.OrdinalIgnoreCase));
        provider = (ExecutionProvider)Math.Max(found, 0);
        return found >= 0;
    }

    /// <summary>Whether a provider runs networks on a CUDA card, in a context of its own.</summary>
    /// <param name="provider">The provider.</param>
    internal static bool IsOnCuda(ExecutionProvider provider) => provider is ExecutionProvider.Cuda or ExecutionProvider.TensorRt;

    /// <summary>What the runtime lists a provider by; null for Automatic, which is none.</summary>
    /// <param name="provider">The provider.</param>
    internal static string? ListedAs(ExecutionProvider provider) => Table[(int)provider].Listed;
}
