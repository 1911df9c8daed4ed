using System.Diagnostics;
using FaceFusion.Host;

namespace FaceFusion.HostsBench;

/// <summary>Opening, loading, describing, unloading and closing the binary, as scanning hosts do.</summary>
internal static class CyclesPart
{
    private const int WarmUp = 200, Count = 1000;

    public static void Run(Shot shot)
    {
        Repeat(shot.Bundle, WarmUp);
        double before = ResidentMemory.Megabytes();
        var clock = Stopwatch.StartNew();
        Repeat(shot.Bundle, Count);
        double seconds = clock.Elapsed.TotalSeconds;
        Part.Tell("count", Count);
        Part.Tell("ms_per_cycle", seconds * 1000 / Count);
        Part.Tell("growth_mb", ResidentMemory.Megabytes() - before);
    }

    private static void Repeat(string path, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using OfxBundle bundle = OfxBundle.Load(path);
            bundle.Plugins[0].Describe();
        }
    }
}
