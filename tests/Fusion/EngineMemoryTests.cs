using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Fusion.Tests;

/// <summary>What a frame takes of the collector's memory once everything is loaded: pixels and tensors lie elsewhere.</summary>
public class EngineMemoryTests
{
    private const int Frames = 5;

    // Meshes, shapes and what is told of the light: arrays of 478 points or 468 numbers each, and small objects. What a mesh
    // more takes is 6 KB.
    private const long MostBytesOfSearch = 8_000, MostBytesOfLocation = 14_000, MostBytesOfSwap = 74_000;

    [SkippableFact]
    public void A_frame_takes_little_more_than_its_meshes()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.London("022"));
        FaceIdentity identity = engine.LoadIdentity(Material.Composite("m_easian"));
        FaceSelection largest = new(FaceOrder.Largest);
        SwapOptions options = new();
        IReadOnlyList<DetectedFace> seen = engine.Detect(still.Frame, largest.Goal);
        IReadOnlyList<Face> faces = engine.Locate(still.Frame, seen, largest);
        engine.Swap(still.Frame, faces[0], identity, options)!.Dispose();

        AssertTakes(MostBytesOfSearch, () => engine.Detect(still.Frame, largest.Goal));
        AssertTakes(MostBytesOfLocation, () => engine.Locate(still.Frame, seen, largest));
        AssertTakes(MostBytesOfSwap, () => engine.Swap(still.Frame, faces[0], identity, options)!.Dispose());
    }

    // The least of some frames, once more code than the first one needs is there.
    private static void AssertTakes(long most, Action step)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Frames; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            step();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, most);
    }
}
