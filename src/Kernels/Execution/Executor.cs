using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Execution;

/// <summary>
/// Runs loops on all cores, on threads of our own: a host's threads may have tiny stacks and the runtime's thread
/// pool may be starved by the host. The calling thread takes part, so that every caller makes progress however many
/// there are; the workers join the call with the fewest helpers. A loop inside a loop's body runs inline. Nothing is
/// allocated per call once the workers and the jobs are there.
/// </summary>
public static unsafe class Executor
{
    private const int DefaultMaximum = 16;
    private const int Maximum = 256;
    private const int WorkerStackBytes = 4 << 20;
    private const int SpinsAtOnce = 4;

    // A frame is a row of loops with little between them: the next one mostly comes before a sleeping thread could be woken.
    private static readonly long Patience = Stopwatch.Frequency / 5_000;

    private static readonly object Gate = new();
    private static readonly List<ExecutorJob> Active = [];
    private static readonly Stack<ExecutorJob> Spare = [];
    private static volatile int _threadCount = InitialThreadCount();
    private static int _workers;
    private static volatile int _opened;

    [ThreadStatic]
    private static bool _insideBody;

    /// <summary>
    /// How many threads may work on one call, the calling one among them: at first the number of cores, at most 16, or
    /// what <c>FACEFUSION_THREADS</c> says: any number from 1 on, of which 256 count. Results never depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than 256.</exception>
    public static int ThreadCount
    {
        get => _threadCount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Maximum);
            _threadCount = value;
        }
    }

    /// <summary>Runs <paramref name="body"/> over [from, to) in pieces, on several threads, and returns when all is done.</summary>
    /// <typeparam name="TBody">The loop's body; a struct, so that the call is direct and nothing is allocated.</typeparam>
    /// <param name="from">First index.</param>
    /// <param name="to">One past the last index; nothing runs when it is not above <paramref name="from"/>.</param>
    /// <param name="grain">Indices a piece holds (the last may hold fewer), at least 1.</param>
    /// <param name="body">The work.</param>
    /// <exception cref="Exception">The first failure of the body; pieces not begun by then are dropped.</exception>
    public static void For<TBody>(int from, int to, int grain, in TBody body)
        where TBody : struct, IRangeBody
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        if (from >= to)
            return;

        // Workers reach the body through its address: this copy lies on this thread's stack, which neither moves nor
        // goes before all of them have left the job.
        TBody local = body;
        int helpers = (int)Math.Min(_threadCount - 1, (((long)to - from - 1) / grain));
        if (_insideBody || helpers == 0)
        {
            local.Run(from, to);
            return;
        }

        ExecutorJob job = Open(new ExecutorJob.Work(Unsafe.AsPointer(ref local), &Invoke<TBody>, from, to, grain), helpers, isPatient: false);
        End(job, isWanted: true)?.Throw();
    }

    /// <summary>As <see cref="For{TBody}"/> for a delegate: for loops that are not hot.</summary>
    /// <param name="from">First index.</param>
    /// <param name="to">One past the last index.</param>
    /// <param name="grain">Indices a piece holds, at least 1.</param>
    /// <param name="body">The work: first index and one past the last.</param>
    public static void For(int from, int to, int grain, Action<int, int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        For(from, to, grain, new DelegateBody(body));
    }

    /// <summary>
    /// Begins a loop that workers run beside what the caller does next, when no other loop wants them. On one thread all of it is done
    /// by <see cref="PendingLoop.Finish"/>.
    /// </summary>
    /// <typeparam name="TBody">The loop's body.</typeparam>
    /// <param name="from">First index.</param>
    /// <param name="to">One past the last index; nothing runs when it is not above <paramref name="from"/>.</param>
    /// <param name="grain">Indices a piece holds, at least 1: so few that loops which somebody waits for needn't wait long for a piece's end.</param>
    /// <param name="body">The work; what it points to stays valid until the loop has been finished or disposed of.</param>
    /// <returns>The loop, to be finished or disposed of by the caller.</returns>
    public static PendingLoop Begin<TBody>(int from, int to, int grain, in TBody body)
        where TBody : unmanaged, IRangeBody
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        if (from >= to)
            return new PendingLoop(null, default);

        Scratch kept = Scratch.Of<TBody>(1);
        *(TBody*)kept.Pointer = body;
        int helpers = (int)Math.Min(_threadCount - 1, (((long)to - from - 1) / grain) + 1);
        return new PendingLoop(Open(new ExecutorJob.Work(kept.Pointer, &Invoke<TBody>, from, to, grain), helpers, isPatient: true), kept);
    }

    /// <summary>Begins <paramref name="work"/> on a pooled thread of our own with a large stack, beside what the caller does next.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="work">The work.</param>
    /// <returns>The work, to be disposed of by the caller.</returns>
    public static PendingWork<T> Begin<T>(Func<T> work)
        where T : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(work);
        return new PendingWork<T>(work);
    }

    /// <summary>
    /// Runs <paramref name="work"/> on a pooled thread of our own with a 16 MB stack and waits for it: a host's thread
    /// may have as little as 64 KB, and may have been left with denormals flushed to zero.
    /// </summary>
    /// <param name="work">The work; its exception reaches the caller. Called from such a thread it runs inline.</param>
    public static void RunOnLargeStack(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        LargeStackThread.Run(work);
    }

    /// <summary>As <see cref="RunOnLargeStack(Action)"/>, with something for the waiting thread to do.</summary>
    /// <param name="work">The work.</param>
    /// <param name="meanwhile">Called again and again on the calling thread, about every 20 ms, while the work goes on;
    /// not at all when it runs inline. Must not throw, since the work could not be waited for.</param>
    public static void RunOnLargeStack(Action work, Action meanwhile)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(meanwhile);
        LargeStackThread.Run(work, meanwhile);
    }

    /// <summary>As <see cref="RunOnLargeStack(Action)"/>, with a result.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="work">The work.</param>
    public static T RunOnLargeStack<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        T result = default!;
        LargeStackThread.Run(() => result = work());
        return result;
    }

    /// <summary>Runs what is left of a loop on this thread too, or drops it, and waits until all that was begun is done; returns the first failure.</summary>
    internal static ExceptionDispatchInfo? End(ExecutorJob job, bool isWanted)
    {
        if (isWanted)
        {
            bool wasInside = _insideBody;
            _insideBody = true;
            job.Urge();
            job.Drain();
            _insideBody = wasInside;
        }
        else
        {
            job.Drop();
        }

        lock (Gate)
            Active.Remove(job);

        // Nobody can join any more.
        job.WaitForHelpers(Patience);
        ExceptionDispatchInfo? failure = job.TakeFailure();
        lock (Gate)
            Spare.Push(job);
        return failure;
    }

    /// <summary>Whether a loop that somebody waits for wants help.</summary>
    internal static bool IsUrgent()
    {
        lock (Gate)
            return NeediestJob() is { IsPatient: false };
    }

    private static ExecutorJob Open(in ExecutorJob.Work work, int helpers, bool isPatient)
    {
        lock (Gate)
        {
            ExecutorJob job = Spare.Count > 0 ? Spare.Pop() : new ExecutorJob();
            job.Begin(work, helpers, isPatient);
            Active.Add(job);
            _opened++;
            while (_workers < helpers)
                StartWorker(++_workers);
            for (int i = 0; i < helpers; i++)
                Monitor.Pulse(Gate);
            return job;
        }
    }

    private static void StartWorker(int number)
    {
        var thread = new Thread(Work, WorkerStackBytes)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"FaceFusion worker {number}"),
        };
        thread.Start();
    }

    private static void Work()
    {
        _insideBody = true;
        int seen = 0, callersCore = -1;
        byte* cores = stackalloc byte[ProcessorCore.SetBytes];
        while (true)
        {
            // Whoever wakes this thread goes on where it is, and isn't waited for there.
            bool isKeptOff = !HasBegunSoon(seen) && ProcessorCore.TryAvoid(callersCore, cores);
            ExecutorJob? job;
            lock (Gate)
            {
                while ((job = NeediestJob()) is null)
                    Monitor.Wait(Gate);
                job.Join();
                seen = _opened;
            }

            if (isKeptOff)
                ProcessorCore.Allow(cores);
            callersCore = job.Core;
            ProcessorCore.Leave(callersCore);
            job.Drain();
            job.Leave();
        }
    }

    // Whether another loop has begun before long.
    private static bool HasBegunSoon(int seen)
    {
        long end = Stopwatch.GetTimestamp() + Patience;
        while (_opened == seen && Stopwatch.GetTimestamp() < end)
        {
            // Whoever else wants the core, such as a network's thread, gets it.
            Thread.SpinWait(SpinsAtOnce);
            Thread.Yield();
        }

        return _opened != seen;
    }

    // Loops that somebody waits for come first.
    private static ExecutorJob? NeediestJob()
    {
        ExecutorJob? neediest = null;
        foreach (ExecutorJob job in Active)
        {
            if (job.WantsHelp && (neediest is null || IsNeedier(job, neediest)))
                neediest = job;
        }

        return neediest;
    }

    private static bool IsNeedier(ExecutorJob job, ExecutorJob than) =>
        job.IsPatient == than.IsPatient ? job.Helpers < than.Helpers : than.IsPatient;

    private static void Invoke<TBody>(void* body, int from, int to)
        where TBody : struct, IRangeBody => Unsafe.AsRef<TBody>(body).Run(from, to);

    private static int InitialThreadCount()
    {
        string? given = Environment.GetEnvironmentVariable("FACEFUSION_THREADS");
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1
            ? Math.Min(count, Maximum)
            : Math.Min(Environment.ProcessorCount, DefaultMaximum);
    }

    private readonly struct DelegateBody(Action<int, int> body) : IRangeBody
    {
        public void Run(int from, int to) => body(from, to);
    }
}
