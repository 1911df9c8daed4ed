using System.Runtime.ExceptionServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>One loop under way: a range from which threads claim pieces, and the count of those that help.</summary>
internal sealed unsafe class ExecutorJob
{
    private Work work;
    private long next;
    private int helpers;
    private int helperLimit;
    private ExceptionDispatchInfo? failure;
    private int failureFrom;

    /// <summary>Threads other than the caller's that are inside.</summary>
    public int Helpers => Volatile.Read(ref helpers);

    /// <summary>Whether pieces are left and another thread may join.</summary>
    public bool WantsHelp => Helpers < helperLimit && Volatile.Read(ref next) < work.To;

    public void Begin(in Work begun, int limit)
    {
        work = begun;
        helperLimit = limit;
        Volatile.Write(ref next, begun.From);
    }

    public void Join() => Interlocked.Increment(ref helpers);

    public void Leave()
    {
        if (Interlocked.Decrement(ref helpers) > 0)
            return;

        lock (this)
            Monitor.PulseAll(this);
    }

    /// <summary>Claims and runs pieces until none is left.</summary>
    public void Drain()
    {
        while (true)
        {
            long start = Interlocked.Add(ref next, work.Grain) - work.Grain;
            if (start >= work.To)
                return;

            try
            {
                work.Invoke(work.Body, (int)start, (int)Math.Min(start + work.Grain, work.To));
            }
            catch (Exception exception)
            {
                Fail((int)start, exception);
                return;
            }
        }
    }

    public void WaitForHelpers(int spins)
    {
        var spinner = default(SpinWait);
        while (Helpers > 0 && spinner.Count < spins)
            spinner.SpinOnce(sleep1Threshold: -1);

        lock (this)
        {
            while (Helpers > 0)
                Monitor.Wait(this);
        }
    }

    public ExceptionDispatchInfo? TakeFailure()
    {
        ExceptionDispatchInfo? taken = failure;
        failure = null;
        work = default;
        return taken;
    }

    private void Fail(int from, Exception exception)
    {
        Interlocked.Exchange(ref next, int.MaxValue);
        lock (this)
        {
            // Of several failures the one earliest in the range is told, so that the message is the same each time.
            if (failure is not null && failureFrom < from)
                return;

            failure = ExceptionDispatchInfo.Capture(exception);
            failureFrom = from;
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
