using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Suites;

public sealed unsafe class MultiThreadSuiteTests : IDisposable
{
    private readonly SuiteAccess _suites = new();

    public void Dispose() => _suites.Dispose();

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(1000u)]
    public void Every_index_comes_once_and_no_more_threads_than_processors(uint wanted)
    {
        uint granted;
        _suites.MultiThread->multiThreadNumCPUs(&granted);
        int* visits = stackalloc int[1001];
        Assert.Equal(OfxStatus.kOfxStatOK, _suites.MultiThread->multiThread(&Visit, wanted, visits));

        int threads = (int)Math.Min(wanted, granted);
        Assert.Equal(threads, visits[0]);
        for (int i = 0; i < threads; i++)
            Assert.Equal(1, visits[i + 1]);
    }

    [Fact]
    public void A_locked_mutex_is_another_threads_to_wait_for()
    {
        OfxMultiThreadSuiteV1* suite = _suites.MultiThread;
        OfxMutexHandle mutex;
        Assert.Equal(OfxStatus.kOfxStatOK, suite->mutexCreate(&mutex, 2));
        OfxMutexHandle shared = mutex;
        Assert.Equal(OfxStatus.kOfxStatFailed, Elsewhere(() => suite->mutexTryLock(shared)));
        Assert.Equal(OfxStatus.kOfxStatFailed, Elsewhere(() => suite->mutexUnLock(shared)));
        Assert.Equal(OfxStatus.kOfxStatOK, suite->mutexUnLock(shared));
        Assert.Equal(OfxStatus.kOfxStatFailed, Elsewhere(() => suite->mutexTryLock(shared)));
        Assert.Equal(OfxStatus.kOfxStatOK, suite->mutexUnLock(shared));
        Assert.Equal(OfxStatus.kOfxStatOK, Elsewhere(() => suite->mutexTryLock(shared) | suite->mutexUnLock(shared)));
        Assert.Equal(OfxStatus.kOfxStatOK, suite->mutexDestroy(shared));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, suite->mutexLock(shared));
    }

    [Fact]
    public void A_mutex_guards_a_plain_counter()
    {
        OfxMultiThreadSuiteV1* suite = _suites.MultiThread;
        OfxMutexHandle mutex;
        suite->mutexCreate(&mutex, -1);
        OfxMutexHandle shared = mutex;
        int counter = 0;
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                suite->mutexLock(shared);
                counter++;
                suite->mutexUnLock(shared);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        suite->mutexDestroy(shared);
        Assert.Equal(8000, counter);
    }

    [Fact]
    public void No_function_is_a_failure() =>
        Assert.Equal(OfxStatus.kOfxStatFailed, _suites.MultiThread->multiThread(null, 1, null));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Visit(uint index, uint count, void* argument)
    {
        var visits = (int*)argument;
        Interlocked.Exchange(ref visits[0], (int)count);
        Interlocked.Increment(ref visits[index + 1]);
    }

    private static OfxStatus Elsewhere(Func<OfxStatus> call)
    {
        OfxStatus status = default;
        var thread = new Thread(() => status = call());
        thread.Start();
        thread.Join();
        return status;
    }
}
