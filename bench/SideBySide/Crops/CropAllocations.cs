using FaceFusion.Kernels.Execution;

namespace FaceFusion.SideBySide.Crops;

/// <summary>What going from frame to crop and back leaves to the collector.</summary>
internal static class CropAllocations
{
    private const int WarmUps = 5;
    private const int Frames = 50;
    private const int Side = 512;

    /// <summary>Managed bytes a frame, on all threads, once the pools are filled.</summary>
    public static double Measure(string folder)
    {
        using CropScene scene = new(FrameSize.Hd, Side, folder);
        using KernelPath path = new(scene);
        Executor.ThreadCount = 2;
        for (int frame = 0; frame < WarmUps; frame++)
            path.Run();

        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int frame = 0; frame < Frames; frame++)
            path.Run();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Frames;
    }
}
