using System.Diagnostics;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Tests.Sessions;

public class NetworkTimeTests
{
    [Fact]
    public void Runs_at_the_same_time_count_once()
    {
        TimeSpan step = TimeSpan.FromMilliseconds(30), before = NetworkTime.Total;
        long start = Stopwatch.GetTimestamp();
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
