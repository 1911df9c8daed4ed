using System.Runtime.ExceptionServices;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Execution;

/// <summary>
/// A loop that workers run while its owner does something else, such as waiting for a network. They do so only when no
/// loop that somebody waits for wants them. For one thread at a time.
/// </summary>
public sealed class PendingLoop : IDisposable
{
    private readonly Scratch _body;
    private ExecutorJob? _job;

    internal PendingLoop(ExecutorJob? job, Scratch body)
    {
        _job = job;
        _body = body;
    }

    /// <summary>Runs what is left on this thread too, and returns when all is done.</summary>
    /// <exception cref="Exception">The first failure of the body; pieces not begun by then are dropped.</exception>
    public void Finish() => End(isWanted: true)?.Throw();

    /// <summary>Drops what hasn't begun, and returns when the rest has ended; does nothing after <see cref="Finish"/>.</summary>
    public void Dispose() => End(isWanted: false);

    private ExceptionDispatchInfo? End(bool isWanted)
    {
        if (_job is not { } job)
            return null;

        _job = null;
        ExceptionDispatchInfo? failure = Executor.End(job, isWanted);
        _body.Dispose();
        return failure;
    }
}
