using FaceFusion.Kernels.Execution;

namespace FaceFusion.Kernels.Tests.Execution;

public class PendingWorkTests
{
    [Fact]
    public void Work_goes_on_beside_its_owner_even_on_a_large_stack() => Executor.RunOnLargeStack(() =>
    {
        int owner = Environment.CurrentManagedThreadId;
        using ManualResetEventSlim goOn = new();
        using PendingWork<Given> work = Executor.Begin(() => goOn.Wait(TimeSpan.FromMinutes(1)) ? new Given(Environment.CurrentManagedThreadId) : throw new TimeoutException());
        goOn.Set();
        Assert.NotEqual(owner, work.Result().Thread);
        Assert.Same(work.Result(), work.Result());
    });

    [Fact]
    public void The_result_is_disposed_of_with_the_work_whether_or_not_it_was_looked_at()
    {
        Given seen = new(0), unseen = new(0);
        using (PendingWork<Given> work = Executor.Begin(() => seen))
            Assert.False(work.Result().IsDisposed);
        Executor.Begin(() => unseen).Dispose();
        Assert.True(seen.IsDisposed);
        Assert.True(unseen.IsDisposed);
    }

    [Fact]
    public void A_result_that_was_taken_is_its_takers()
    {
        Given given = new(0);
        using (PendingWork<Given> work = Executor.Begin(() => given))
        {
            Assert.Same(given, work.Take());
            Assert.Throws<ObjectDisposedException>(work.Take);
        }

        Assert.False(given.IsDisposed);
    }

    [Fact]
    public void A_failure_reaches_whoever_asks_and_nobody_else()
    {
        using PendingWork<Given> work = Executor.Begin(Fail);
        Assert.Equal("no", Assert.Throws<InvalidDataException>(work.Result).Message);
        Executor.Begin(Fail).Dispose();

        PendingWork<Given> gone = Executor.Begin(() => new Given(0));
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(gone.Result);

        static Given Fail() => throw new InvalidDataException("no");
    }

    private sealed class Given(int thread) : IDisposable
    {
        public int Thread => thread;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
