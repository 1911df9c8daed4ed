using System.Diagnostics;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Tests.Sessions;

public class NetworkTimeTests
{
    [Fact]
    public void Runs_at_the_same_time_count_once()
    {
        // Other tests' networks may run at any time, and count once like these.
        TimeSpan step = TimeSpan.FromMilliseconds(30);
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = NetworkTime.Total;
        NetworkTime.Begin();
        Thread.Sleep(step);
        NetworkTime.Begin();
        Thread.Sleep(step);
        TimeSpan meanwhile = NetworkTime.Total - before;
        NetworkTime.End();
        Thread.Sleep(step);
        NetworkTime.End();
        TimeSpan total = NetworkTime.Total - before, elapsed = Stopwatch.GetElapsedTime(start);
        Assert.InRange(meanwhile, 1.9 * step, elapsed);
        Assert.InRange(total, 2.9 * step, elapsed + TimeSpan.FromMicroseconds(1));
    }
}
