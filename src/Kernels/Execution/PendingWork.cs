using System.Runtime.ExceptionServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>Work that goes on on a thread of its own while its owner does something else. Owns its result. For one thread at a time.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class PendingWork<T> : IDisposable
    where T : class, IDisposable
{
    private readonly LargeStackThread _thread;
    private ExceptionDispatchInfo? _failure;
    private T? _result;
    private bool _hasEnded;

    internal PendingWork(Func<T> work) => _thread = LargeStackThread.Begin(() => _result = work(), callerGoesOn: true);

    /// <summary>What the work gave, once it has ended; valid until this object is disposed of.</summary>
    /// <exception cref="Exception">What the work threw.</exception>
    public T Result()
    {
        End();
        _failure?.Throw();
        ObjectDisposedException.ThrowIf(_result is null, this);
        return _result;
    }

    /// <summary>As <see cref="Result"/>, and the caller's from now on.</summary>
    /// <exception cref="Exception">What the work threw.</exception>
    public T Take()
    {
        T result = Result();
        _result = null;
        return result;
    }

    /// <summary>Waits for the work's end, and disposes of its result.</summary>
    public void Dispose()
    {
        End();
        _result?.Dispose();
        _result = null;
    }

    private void End()
    {
        if (_hasEnded)
            return;
        _failure = _thread.End(null);
        _hasEnded = true;
    }
}
