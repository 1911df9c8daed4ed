using System.Diagnostics;
using FaceFusion.Host.Matrix;

namespace FaceFusion.HostsBench;

/// <summary>Every host × depth × components × variation.</summary>
internal static class MatrixPart
{
    public static void Run(Shot shot)
    {
        int passed = 0, failed = 0;
        var clock = Stopwatch.StartNew();
        foreach (MatrixResult result in new HostMatrix(shot.Bundle, shot.Plate, Shot.Swap).Run())
        {
            if (result.Failure is null)
            {
                passed++;
                continue;
            }

            failed++;
            Console.WriteLine($"{result.Cell}: {result.Failure}");
        }

        Part.Tell("passed", passed);
        Part.Tell("failed", failed);
        Part.Tell("seconds", clock.Elapsed.TotalSeconds);
    }
}
