using System.Globalization;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// What a caller may choose about a session. Everything else is fixed: sequential execution, one inter-op thread, no
/// spinning, all graph optimisations, deterministic kernels.
/// </summary>
public sealed record SessionOptions
{
    /// <summary>The environment variable that sets <see cref="Threads"/> of <see cref="Default"/>.</summary>
    public const string ThreadsVariable = "FACEFUSION_THREADS";

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

    /// <summary>The default: as many threads as <c>$FACEFUSION_THREADS</c> says, else the machine's cores, at most four.</summary>
    /// <exception cref="ModelException">The variable holds no number from 1 to <see cref="MaximumThreads"/>.</exception>
    public static SessionOptions Default
    {
        get
        {
            string? given = Environment.GetEnvironmentVariable(ThreadsVariable);
            if (string.IsNullOrEmpty(given))
                return new SessionOptions();
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= MaximumThreads)
                return new SessionOptions { Threads = threads };

            throw new ModelException($"{ThreadsVariable} is '{given}'; set it to a number from 1 to {MaximumThreads}, or unset it.");
        }
    }
}
