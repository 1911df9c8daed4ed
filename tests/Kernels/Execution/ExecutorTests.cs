using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Execution;

public class ExecutorTests
{
    [Fact]
    public void Every_index_is_run_exactly_once() => Prop.ForAll(
        Gen.Choose(-50, 50).ToArbitrary(), Gen.Choose(-10, 400).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(),
        (from, length, grain) =>
        {
            bool right = false;
            Threads.With(1 + (Math.Abs(from) % 6), () =>
            {
                int[] runs = new int[Math.Max(0, length)];
                Executor.For(from, from + length, grain, (first, end) =>
                {
                    for (int i = first; i < end; i++)
                        Interlocked.Increment(ref runs[i - from]);
                });
                right = runs.All(count => count == 1);
            });
            return right;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_range_up_to_the_last_integer_does_not_overflow()
    {
        long sum = 0;
        Threads.With(4, () => Executor.For(int.MaxValue - 10, int.MaxValue, 3, (first, end) =>
        {
            for (int i = first; i < end; i++)
                Interlocked.Add(ref sum, i);
        }));
        Assert.Equal((10L * int.MaxValue) - 55, sum);
    }

    [Fact]
    public void The_failure_earliest_in_the_range_reaches_the_caller() => Threads.With(5, () =>
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Executor.For(0, 100, 1, (first, _) =>
        {
            if (first % 10 == 3)
                throw new InvalidOperationException($"at {first}");
        }));
        Assert.Equal("at 3", failure.Message);

        int runs = 0;
        Executor.For(0, 100, 1, (_, _) => Interlocked.Increment(ref runs));
        Assert.Equal(100, runs);
    });

    [Fact]
    public void Nested_loops_run_inline_and_whole() => Threads.With(5, () =>
    {
        int[] runs = new int[64];
        Executor.For(0, 8, 1, (first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                int outer = i;
                int thread = Environment.CurrentManagedThreadId;
                Executor.For(0, 8, 1, (innerFirst, innerEnd) =>
                {
                    Assert.Equal(thread, Environment.CurrentManagedThreadId);
                    for (int j = innerFirst; j < innerEnd; j++)
                        runs[(outer * 8) + j]++;
                });
            }
        });
        Assert.All(runs, count => Assert.Equal(1, count));
    });

    [Fact]
    public void Many_callers_at_once_all_come_to_an_end() => Threads.With(3, () =>
    {
        long total = 0;
        Thread[] callers = [.. Enumerable.Range(0, 12).Select(_ => new Thread(() =>
        {
            for (int repeat = 0; repeat < 200; repeat++)
                Executor.For(0, 50, 1, (first, end) => Interlocked.Add(ref total, end - first));
        }))];
        foreach (Thread caller in callers)
            caller.Start();
        foreach (Thread caller in callers)
            Assert.True(caller.Join(TimeSpan.FromMinutes(2)));
        Assert.Equal(12L * 200 * 50, total);
    });

    [Fact]
    public void A_call_allocates_nothing_once_warm() => Threads.With(2, () =>
    {
        int[] sums = new int[1];
        var body = new SumBody(sums);
        for (int i = 0; i < 50; i++)
            Executor.For(0, 64, 1, body);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
            Executor.For(0, 64, 1, body);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(100 * 64, sums[0]);
    });

    [Fact]
    public void Thread_counts_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Executor.ThreadCount = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Executor.ThreadCount = 100_000);
        Assert.Throws<ArgumentOutOfRangeException>(() => Executor.For(0, 1, 0, (_, _) => { }));
    }

    [Fact]
    public void Deep_recursion_fits_the_large_stack_of_a_small_caller()
    {
        int depth = 0;
        var small = new Thread(() => depth = Executor.RunOnLargeStack(() => Descend(60_000)), 128 * 1024);
        small.Start();
        small.Join();
        Assert.Equal(60_000, depth);
    }

    [Fact]
    public void Large_stack_work_nests_reports_failures_and_reuses_threads()
    {
        int outer = 0;
        int inner = Executor.RunOnLargeStack(() =>
        {
            outer = Environment.CurrentManagedThreadId;
            return Executor.RunOnLargeStack(() => Environment.CurrentManagedThreadId);
        });
        Assert.Equal(outer, inner);
        Assert.NotEqual(outer, Environment.CurrentManagedThreadId);

        var failure = Assert.Throws<InvalidDataException>(() => Executor.RunOnLargeStack(() => throw new InvalidDataException("no")));
        Assert.Equal("no", failure.Message);

        int[] done = new int[40];
        Parallel.For(0, done.Length, i => Executor.RunOnLargeStack(() => done[i]++));
        Assert.All(done, count => Assert.Equal(1, count));
    }

    [Fact]
    public void The_caller_of_large_stack_work_is_kept_busy_on_its_own_thread()
    {
        using ManualResetEventSlim called = new();
        int caller = 0;
        bool came = false;
        Executor.RunOnLargeStack(
            () => came = called.Wait(TimeSpan.FromMinutes(1)),
            () =>
            {
                caller = Environment.CurrentManagedThreadId;
                called.Set();
            });
        Assert.True(came);
        Assert.Equal(Environment.CurrentManagedThreadId, caller);
    }

    private static int Descend(int depth)
    {
        Span<byte> frame = stackalloc byte[64];
        frame[depth & 63] = 1;
        return depth == 0 ? 0 : Descend(depth - 1) + frame[depth & 63];
    }

    private readonly struct SumBody(int[] sums) : IRangeBody
    {
        public void Run(int from, int to) => Interlocked.Add(ref sums[0], to - from);
    }
}
