using System.Runtime.InteropServices;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Kernels.Tests.Support;

/// <summary>Checks that results don't depend on the number of threads.</summary>
internal static class Threads
{
    private static readonly object Gate = new();

    /// <summary>Runs <paramref name="compute"/> on 1, 2 and 5 threads and asserts that its bits are the same.</summary>
    public static void AssertSameBits<T>(Func<ReadOnlySpan<T>> compute)
        where T : unmanaged
    {
        lock (Gate)
        {
            int usual = Executor.ThreadCount;
            try
            {
                Executor.ThreadCount = 1;
                byte[] expected = MemoryMarshal.AsBytes(compute()).ToArray();
                foreach (int count in (int[])[2, 5])
                {
                    Executor.ThreadCount = count;
                    Assert.True(MemoryMarshal.AsBytes(compute()).SequenceEqual(expected), $"{count} threads give other bits than one.");
                }
            }
            finally
            {
                Executor.ThreadCount = usual;
            }
        }
    }

    /// <summary>Runs <paramref name="action"/> while no other test changes the number of threads.</summary>
    public static void With(int count, Action action)
    {
        lock (Gate)
        {
            int usual = Executor.ThreadCount;
            Executor.ThreadCount = count;
            try
            {
                action();
            }
            finally
            {
                Executor.ThreadCount = usual;
            }
        }
    }
}
