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

        LargeStackThread thread = Take();
        ExceptionDispatchInfo? failure = thread.Execute(work, meanwhile);
        thread.GiveBack();
        failure?.Throw();
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

    private ExceptionDispatchInfo? Execute(Action given, Action? meanwhile)
    {
        lock (this)
        {
            _work = given;
            Monitor.PulseAll(this);
        }

        // Outside the lock: what the caller does meanwhile is none of this thread's business.
        while (!HasEnded(meanwhile is null ? Timeout.Infinite : MeanwhileMilliseconds))
            meanwhile?.Invoke();

        ExceptionDispatchInfo? result = _failure;
        _failure = null;
        return result;
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
