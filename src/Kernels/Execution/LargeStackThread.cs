using System.Runtime.ExceptionServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>A pooled thread with a large stack that runs one piece of work at a time for a waiting caller.</summary>
internal sealed class LargeStackThread
{
    private const int StackBytes = 16 << 20;
    private const int MostIdle = 16;
    private const int MeanwhileMilliseconds = 20;

    private static readonly Stack<LargeStackThread> Idle = [];

    [ThreadStatic]
    private static bool _isLarge;

    private Action? _work;
    private int _callersCore;
    private ExceptionDispatchInfo? _failure;
    private bool _retired;

    private LargeStackThread()
    {
        var thread = new Thread(Serve, StackBytes) { IsBackground = true, Name = "FaceFusion large stack" };
        thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> and calls <paramref name="meanwhile"/>, if any, on the caller's thread every few milliseconds.</summary>
    public static void Run(Action work, Action? meanwhile = null)
    {
        if (_isLarge)
        {
            work();
            return;
        }

        Begin(work, callerGoesOn: false).End(meanwhile)?.Throw();
    }

    /// <summary>Begins <paramref name="work"/> on a thread that isn't the caller's, even where that has a large stack; to be ended with <see cref="End"/>.</summary>
    /// <param name="work">The work.</param>
    /// <param name="callerGoesOn">Whether the caller has something else to do meanwhile.</param>
    public static LargeStackThread Begin(Action work, bool callerGoesOn)
    {
        LargeStackThread thread = Take();
        lock (thread)
        {
            thread._work = work;
            thread._callersCore = callerGoesOn ? ProcessorCore.Current : -1;
            Monitor.PulseAll(thread);
        }

        return thread;
    }

    /// <summary>Waits for the end of the work, calls <paramref name="meanwhile"/>, if any, every few milliseconds, and gives the thread back; returns what the work threw.</summary>
    public ExceptionDispatchInfo? End(Action? meanwhile)
    {
        // Outside the lock: what the caller does meanwhile is none of this thread's business.
        while (!HasEnded(meanwhile is null ? Timeout.Infinite : MeanwhileMilliseconds))
            meanwhile?.Invoke();

        ExceptionDispatchInfo? result = _failure;
        _failure = null;
        GiveBack();
        return result;
    }

    private static LargeStackThread Take()
    {
        lock (Idle)
            return Idle.Count > 0 ? Idle.Pop() : new LargeStackThread();
    }

    private void GiveBack()
    {
        lock (Idle)
        {
            if (Idle.Count < MostIdle)
            {
                Idle.Push(this);
                return;
            }
        }

        lock (this)
        {
            _retired = true;
            Monitor.PulseAll(this);
        }
    }

    private bool HasEnded(int patience)
    {
        lock (this)
        {
            if (_work is not null)
                Monitor.Wait(this, patience);
            return _work is null;
        }
    }

    private void Serve()
    {
        _isLarge = true;
        while (true)
        {
            Action current;
            lock (this)
            {
                while (_work is null && !_retired)
                    Monitor.Wait(this);
                if (_work is null)
                    return;
                current = _work;
            }

            ProcessorCore.Leave(_callersCore);
            ExceptionDispatchInfo? caught = null;
            try
            {
                current();
            }
            catch (Exception exception)
            {
                caught = ExceptionDispatchInfo.Capture(exception);
            }

            lock (this)
            {
                _failure = caught;
                _work = null;
                Monitor.PulseAll(this);
            }
        }
    }
}
