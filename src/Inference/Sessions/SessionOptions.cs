using System.Globalization;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// What a caller may choose about a session. Everything else is fixed: sequential execution, one inter-op thread, no
/// spinning, all graph optimisations, deterministic kernels.
/// </summary>
public sealed record SessionOptions
{
    /// <summary>The environment variable that sets <see cref="Threads"/> of <see cref="Default"/> and <see cref="For"/>.</summary>
    public const string ThreadsVariable = "FACEFUSION_THREADS";

    /// <summary>The environment variable that sets <see cref="Provider"/> of <see cref="Default"/> and <see cref="For"/>.</summary>
    public const string ProviderVariable = "FACEFUSION_PROVIDER";

    /// <summary>The environment variable that sets <see cref="MemoryLimit"/> of <see cref="Default"/> and <see cref="For"/>.</summary>
    public const string MemoryVariable = "FACEFUSION_GPU_MEMORY";

    /// <summary>The environment variable that sets <see cref="EngineFolder"/> of <see cref="Default"/> and <see cref="For"/>.</summary>
    public const string EnginesVariable = "FACEFUSION_ENGINES";

    /// <summary>The most threads a session may have.</summary>
    public const int MaximumThreads = 64;

    /// <summary>
    /// Threads that share the work of one operator, the calling one included: 1 to <see cref="MaximumThreads"/>.
    /// A host renders several frames at once and keeps cores for itself, hence no more than four by default.
    /// </summary>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MaximumThreads
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A session has 1 to {MaximumThreads} threads.");
    } = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>What runs the network; one that fails is followed by the next, at last by the processor.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Cpu;

    /// <summary>The most memory of the card that a network may take with CUDA, in MB, and TensorRT's working memory; 0 for what there is.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>Where TensorRT's engines are kept.</summary>
    public string EngineFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "facefusion", "engines");

    /// <summary>The options where nobody has chosen what runs a network: <see cref="For"/> the processor.</summary>
    /// <exception cref="ModelException">A variable holds what can't be read.</exception>
    public static SessionOptions Default => For(ExecutionProvider.Cpu);

    /// <summary>
    /// As many threads as <c>$FACEFUSION_THREADS</c> says, any number from 1 on, of which <see cref="MaximumThreads"/>
    /// count; else the machine's cores, at most four. (The variable sets the threads of the pixel work too, which can do
    /// with more of them.) <c>$FACEFUSION_GPU_MEMORY</c> is the limit, <c>$FACEFUSION_ENGINES</c> the folder of engines.
    /// </summary>
    /// <param name="chosen">What a project asks for. <c>$FACEFUSION_PROVIDER</c> overrides it: who runs a machine knows what it has.</param>
    /// <exception cref="ModelException">A variable holds what can't be read.</exception>
    public static SessionOptions For(ExecutionProvider chosen)
    {
        SessionOptions options = new()
        {
            Threads = ParseThreads(Environment.GetEnvironmentVariable(ThreadsVariable)),
            Provider = ParseProvider(Environment.GetEnvironmentVariable(ProviderVariable)) ?? chosen,
            MemoryLimit = ParseLimit(Environment.GetEnvironmentVariable(MemoryVariable)),
        };
        return Environment.GetEnvironmentVariable(EnginesVariable) is { Length: > 0 } folder ? options with { EngineFolder = folder } : options;
    }

    /// <summary>The provider that a variable names; null where it isn't set.</summary>
    /// <param name="given">Its value.</param>
    /// <exception cref="ModelException">It names none.</exception>
    internal static ExecutionProvider? ParseProvider(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return null;
        return ExecutionProviders.TryParse(given, out ExecutionProvider provider)
            ? provider
            : throw new ModelException($"{ProviderVariable} is '{given}'; set it to {string.Join(", ", ExecutionProviders.Names.SkipLast(1))} or {ExecutionProviders.Names[^1]}, or unset it.");
    }

    /// <summary>The limit that a variable sets, in MB; 0 for none.</summary>
    /// <param name="given">Its value.</param>
    /// <exception cref="ModelException">It is no number.</exception>
    internal static long ParseLimit(string? given)
    {
        const long mostMegabytes = 1 << 24;
        if (string.IsNullOrEmpty(given))
            return 0;
        return long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out long megabytes)
            ? Math.Min(megabytes, mostMegabytes)
            : throw new ModelException($"{MemoryVariable} is '{given}'; set it to a number of megabytes, or unset it.");
    }

    private static int ParseThreads(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return new SessionOptions().Threads;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1
            ? Math.Min(threads, MaximumThreads)
            : throw new ModelException($"{ThreadsVariable} is '{given}'; set it to a number from 1 on, or unset it.");
    }
}
