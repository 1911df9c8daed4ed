using System.Globalization;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Fusion.Tests.Swap;

/// <summary>The number of threads belongs to the process, and sessions are told apart by it: nothing else may ask for any meanwhile.</summary>
[CollectionDefinition(nameof(SwapDeterminismTests), DisableParallelization = true)]
[Collection(nameof(SwapDeterminismTests))]
public class SwapDeterminismTests
{
    [SkippableFact]
    public void The_same_bits_come_out_twice_from_eight_threads_and_with_any_number_of_workers()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("003"));
        byte[] expected = Render(engine, target.Frame);
        Assert.Equal(expected, Render(engine, target.Frame));

        byte[][] concurrent = new byte[8][];
        Thread[] threads = [.. concurrent.Select((_, i) => new Thread(() => concurrent[i] = Render(engine, target.Frame)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(concurrent, bytes => Assert.Equal(expected, bytes));

        int before = Executor.ThreadCount;
        try
        {
            foreach (int count in new[] { 1, 2, 3, 7 })
            {
                Executor.ThreadCount = count;
                Environment.SetEnvironmentVariable("FACEFUSION_THREADS", count.ToString(CultureInfo.InvariantCulture));
                Assert.Equal(expected, Render(engine, target.Frame));
            }
        }
        finally
        {
            Executor.ThreadCount = before;
            Environment.SetEnvironmentVariable("FACEFUSION_THREADS", null);
        }
    }

    // Every bit of a swap, faces found anew.
    private static byte[] Render(FaceEngine engine, FrameView frame)
    {
        using SwappedFace swapped = Assert.IsType<SwappedFace>(
            engine.Swap(frame, engine.FindFaces(frame)[0], engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions()));
        return [.. MemoryMarshal.AsBytes(swapped.Result.Pixels), .. MemoryMarshal.AsBytes(swapped.Original.Pixels), .. MemoryMarshal.AsBytes(swapped.Matte.Values)];
    }
}
