using FaceFusion.Kernels.Execution;

namespace FaceFusion.Kernels.Tests.Execution;

public class ProcessorCoreTests
{
    private const int Tries = 50;

    [Fact]
    public void A_thread_leaves_a_core_for_another_and_may_come_back()
    {
        int left = 0, stayed = 0, cores = 1;
        OnItsOwnThread(() =>
        {
            string allowed = Allowed();
            cores = Environment.ProcessorCount;
            for (int i = 0; i < Tries; i++)
            {
                int core = ProcessorCore.Current;
                ProcessorCore.Leave(core);
                left += ProcessorCore.Current == core ? 0 : 1;
                stayed += Allowed() == allowed ? 1 : 0;
            }
        });

        // Where the machine is busy it may have come back already.
        if (OperatingSystem.IsLinux() && cores > 1)
            Assert.InRange(left, Tries / 2, Tries);
        Assert.Equal(Tries, stayed);
    }

    [Fact]
    public unsafe void A_thread_is_kept_off_a_core_until_it_is_allowed_there_again()
    {
        OnItsOwnThread(() =>
        {
            string before = Allowed();
            byte* cores = stackalloc byte[ProcessorCore.SetBytes];
            int core = ProcessorCore.Current;
            if (!ProcessorCore.TryAvoid(core, cores))
            {
                Assert.True(!OperatingSystem.IsLinux() || Environment.ProcessorCount == 1);
                return;
            }

            for (int i = 0; i < Tries; i++)
            {
                Assert.NotEqual(core, ProcessorCore.Current);
                Thread.Yield();
            }

            Assert.NotEqual(before, Allowed());
            ProcessorCore.Allow(cores);
            Assert.Equal(before, Allowed());
        });
    }

    [Fact]
    public void Nothing_is_done_about_a_core_that_the_thread_is_not_on()
    {
        ProcessorCore.Leave(-1);
        ProcessorCore.Leave(5000);
        Assert.True(ProcessorCore.Current >= (OperatingSystem.IsLinux() ? 0 : -1));
    }

    // The pool's threads stay as they are.
    private static void OnItsOwnThread(Action test)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(test));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    // The cores that the calling thread may run on.
    private static string Allowed() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("Cpus_allowed:", StringComparison.Ordinal))
        : "";
}
