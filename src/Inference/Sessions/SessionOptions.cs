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

    /// <summary>
    /// The default: as many threads as <c>$FACEFUSION_THREADS</c> says, any number from 1 on, of which
    /// <see cref="MaximumThreads"/> count; else the machine's cores, at most four. (The variable sets the threads of the
    /// pixel work too, which can do with more of them.)
    /// </summary>
    /// <exception cref="ModelException">The variable holds no such number.</exception>
    public static SessionOptions Default
    {
        get
        {
            string? given = Environment.GetEnvironmentVariable(ThreadsVariable);
            if (string.IsNullOrEmpty(given))
                return new SessionOptions();
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1)
                return new SessionOptions { Threads = Math.Min(threads, MaximumThreads) };

            throw new ModelException($"{ThreadsVariable} is '{given}'; set it to a number from 1 on, or unset it.");
        }
    }
}
