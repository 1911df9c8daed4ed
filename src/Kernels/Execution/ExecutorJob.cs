using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>One loop under way: a range from which threads claim pieces, and the count of those that help.</summary>
internal sealed unsafe class ExecutorJob
{
    private Work _work;
    private long _next;
    private int _helpers;
    private int _helpersCore;
    private int _helperLimit;
    private ExceptionDispatchInfo? _failure;
    private int _failureFrom;
    private bool _isPatient;

    /// <summary>Threads other than the caller's that are inside.</summary>
    public int Helpers => Volatile.Read(ref _helpers);

    /// <summary>The core of the thread that began the loop, which goes on there.</summary>
    public int Core { get; private set; }

    /// <summary>Whether pieces are left and another thread may join.</summary>
    public bool WantsHelp => Helpers < _helperLimit && Volatile.Read(ref _next) < _work.To;

    /// <summary>Whether nobody waits for the loop yet: threads with nothing else to do help, as long as that is so.</summary>
    public bool IsPatient => Volatile.Read(ref _isPatient);

    public void Begin(in Work begun, int limit, bool isPatient)
    {
        _work = begun;
        Core = ProcessorCore.Current;
        Volatile.Write(ref _isPatient, isPatient);
        _helperLimit = limit;
        Volatile.Write(ref _next, begun.From);
    }

    public void Join() => Interlocked.Increment(ref _helpers);

    public void Leave()
    {
        Volatile.Write(ref _helpersCore, ProcessorCore.Current);
        if (Interlocked.Decrement(ref _helpers) > 0)
            return;

        lock (this)
            Monitor.PulseAll(this);
    }

    /// <summary>Somebody waits for the loop from now on.</summary>
    public void Urge() => Volatile.Write(ref _isPatient, false);

    /// <summary>Drops the pieces that nobody has begun.</summary>
    public void Drop() => Interlocked.Exchange(ref _next, int.MaxValue);

    /// <summary>Claims and runs pieces until none is left, or until loops that somebody waits for want help with theirs.</summary>
    public void Drain()
    {
        while (!(IsPatient && Executor.IsUrgent()))
        {
            long start = Interlocked.Add(ref _next, _work.Grain) - _work.Grain;
            if (start >= _work.To)
                return;

            try
            {
                _work.Invoke(_work.Body, (int)start, (int)Math.Min(start + _work.Grain, _work.To));
            }
            catch (Exception exception)
            {
                Fail((int)start, exception);
                return;
            }
        }
    }

    /// <summary>Waits until all helpers have left.</summary>
    /// <param name="patience">For how long a core isn't given up for it, in the stopwatch's ticks.</param>
    public void WaitForHelpers(long patience)
    {
        var spinner = default(SpinWait);
        for (long end = Stopwatch.GetTimestamp() + patience; Helpers > 0 && Stopwatch.GetTimestamp() < end;)
            spinner.SpinOnce(sleep1Threshold: -1);
        if (Helpers == 0)
            return;

        lock (this)
        {
            while (Helpers > 0)
                Monitor.Wait(this);
        }

        // The helper that woke this thread looks for more to do where it is.
        ProcessorCore.Leave(_helpersCore);
    }

    public ExceptionDispatchInfo? TakeFailure()
    {
        ExceptionDispatchInfo? taken = _failure;
        _failure = null;
        _work = default;
        return taken;
    }

    private void Fail(int from, Exception exception)
    {
        Drop();
        lock (this)
        {
            // Of several failures the one earliest in the range is told, so that the message is the same each time.
            if (_failure is not null && _failureFrom < from)
                return;

            _failure = ExceptionDispatchInfo.Capture(exception);
            _failureFrom = from;
        }
    }

    /// <summary>The body's address, the function that runs it, the range and the size of a piece.</summary>
    public readonly struct Work(void* body, delegate*<void*, int, int, void> invoke, int from, int to, int grain)
    {
        public readonly void* Body = body;
        public readonly delegate*<void*, int, int, void> Invoke = invoke;
        public readonly int From = from;
        public readonly int To = to;
        public readonly int Grain = grain;
    }
}
