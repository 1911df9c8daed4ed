using System.Globalization;

namespace FaceFusion.HostsBench;

/// <summary>What this process holds in memory.</summary>
internal static class ResidentMemory
{
    /// <summary>Resident megabytes (10⁶ bytes), without what this runtime's own collector can free.</summary>
    public static double Megabytes()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        string pages = File.ReadAllText("/proc/self/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1e6;
    }
}
