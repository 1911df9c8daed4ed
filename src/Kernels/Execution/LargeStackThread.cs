using System.Runtime.ExceptionServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>A pooled thread with a large stack that runs one piece of work at a time for a waiting caller.</summary>
internal sealed class LargeStackThread
{
    private const int StackBytes = 16 << 20;
    private const int MostIdle = 16;

    private static readonly Stack<LargeStackThread> Idle = [];

    [ThreadStatic]
    private static bool isLarge;

    private Action? work;
    private ExceptionDispatchInfo? failure;
    private bool retired;

    private LargeStackThread()
    {
        var thread = new Thread(Serve, StackBytes) { IsBackground = true, Name = "FaceFusion large stack" };
        thread.Start();
    }

    public static void Run(Action work)
    {
        if (isLarge)
        {
            work();
            return;
        }

        LargeStackThread thread = Take();
        ExceptionDispatchInfo? failure = thread.Execute(work);
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
            retired = true;
            Monitor.PulseAll(this);
        }
    }

    private ExceptionDispatchInfo? Execute(Action given)
    {
        lock (this)
        {
            work = given;
            Monitor.PulseAll(this);
            while (work is not null)
                Monitor.Wait(this);
            ExceptionDispatchInfo? result = failure;
            failure = null;
            return result;
        }
    }

    private void Serve()
    {
        isLarge = true;
        while (true)
        {
            Action current;
            lock (this)
            {
                while (work is null && !retired)
                    Monitor.Wait(this);
                if (work is null)
                    return;
                current = work;
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
                failure = caught;
                work = null;
                Monitor.PulseAll(this);
            }
        }
    }
}
