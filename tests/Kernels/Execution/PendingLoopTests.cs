using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Execution;

public class PendingLoopTests
{
    private const int Most = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly int[] Runs = new int[Most];

    [Fact]
    public void Every_index_is_run_exactly_once_whatever_else_goes_on() => Prop.ForAll(
        Gen.Choose(-5, Most).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(),
        (length, grain, others) =>
        {
            bool right = false;
            Threads.With(1 + (grain % 4), () =>
            {
                Array.Clear(Runs);
                using PendingLoop loop = Executor.Begin(0, length, grain, new CountBody());
                int between = 0;
                for (int i = 0; i < others; i++)
                    Executor.For(0, 20, 1, (from, to) => Interlocked.Add(ref between, to - from));
                loop.Finish();
                right = Runs[..Math.Max(length, 0)].All(count => count == 1) && Runs[Math.Max(length, 0)..].All(count => count == 0) && between == 20 * others;
            });
            return right;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_loop_that_somebody_waits_for_gets_its_helper() => Threads.With(2, () =>
    {
        Array.Clear(Runs);
        using PendingLoop loop = Executor.Begin(0, Most, 1, new SlowBody());
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref Runs[0]) == 1, Patience));

        // Its two pieces meet only on two threads, of which the pending loop has one.
        using Barrier both = new(2);
        Executor.For(0, 2, 1, (_, _) => Assert.True(both.SignalAndWait(Patience)));
        Assert.Equal(0, Runs[^1]);
        loop.Dispose();
        Assert.Equal(0, Runs[^1]);
    });

    [Fact]
    public void What_has_not_begun_is_dropped_and_nothing_runs_afterwards() => Threads.With(3, () =>
    {
        Array.Clear(Runs);
        PendingLoop loop = Executor.Begin(0, Most, 1, new SlowBody());
        loop.Dispose();
        int[] then = [.. Runs];
        Assert.Equal(0, then[^1]);
        Thread.Sleep(20);
        Assert.Equal(then, Runs);
        loop.Finish();
        Assert.Equal(then, Runs);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_earliest_failure_reaches_whoever_finishes(int threads) => Threads.With(threads, () =>
    {
        using PendingLoop loop = Executor.Begin(0, 100, 1, new FailingBody());
        Assert.Equal("at 3", Assert.Throws<InvalidOperationException>(loop.Finish).Message);
        Executor.Begin(0, 100, 1, new FailingBody()).Dispose();
        Assert.Throws<ArgumentOutOfRangeException>(() => Executor.Begin(0, 1, 0, new CountBody()));
    });

    private readonly struct CountBody : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int i = from; i < to; i++)
                Interlocked.Increment(ref Runs[i]);
        }
    }

    private readonly struct SlowBody : IRangeBody
    {
        public void Run(int from, int to)
        {
            Thread.Sleep(5);
            Interlocked.Increment(ref Runs[from]);
        }
    }

    private readonly struct FailingBody : IRangeBody
    {
        public void Run(int from, int to)
        {
            if (from % 10 == 3)
                throw new InvalidOperationException($"at {from}");
        }
    }
}
