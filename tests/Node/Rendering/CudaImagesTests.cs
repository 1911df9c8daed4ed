using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>
/// Frames that lie in CUDA's memory, with a driver that has no card: copies are carried out and every call is kept. The
/// frame is small enough for the detector to look at its own pixels, so that no kernel is needed.
/// </summary>
public sealed class CudaImagesTests
{
    private const string Copy = "cuMemcpy2DAsync_v2", Wait = "cuStreamSynchronize";

    private static readonly HostProfile Host = HostProfile.Modern with { Gpu = GpuSupport.Of(DeviceApi.Cuda) };

    [SkippableTheory]
    [InlineData(42)]
    [InlineData(0)]
    public void The_frame_stays_on_the_card_and_the_hosts_stream_is_not_waited_for(int stream)
    {
        using TemporaryFolder folder = new();
        string log = folder.File("calls.txt");
        using HostImage plate = NodeShot.Load("pictures/london_neutral/022.jpg", false, Premultiplication.Opaque);
        using NodeShot shot = new(plate, host: Host);
        using HostImage wanted = shot.Render("Composite", null, plate.Bounds, RowOrder.TopDown);
        FakeCuda.Use(log);
        using (TestCard card = Card(stream))
        {
            using HostImage given = shot.Render("Composite", card, plate.Bounds, RowOrder.TopDown);
            for (int y = 0; y < plate.Height; y++)
                Assert.True(wanted.Row(y).SequenceEqual(given.Row(y)), $"row {y}");
            Assert.Equal(1, DevicePool.Count);
            NodeEngine.Purge();
            Assert.Equal(0, DevicePool.Count);
        }

        Assert.Equal(0, CudaDevice.CurrentContext);
        string[][] calls = FakeCuda.Calls(log);
        string[][] work = [.. calls.Where(call => call[0] is Copy or Wait && (stream == 0 || call[2] == $"{stream}"))];
        Assert.All(calls.Where(call => call[0] == Copy), call => Assert.Equal(("1000", $"{stream}"), (call[1], call[2])));

        // The rows run upwards in the plate and downwards in the output.
        Assert.Equal(plate.Height, calls.Count(call => call[0] == Copy && call[4] == $"DD {plate.Width * 16}x1"));
        Assert.Single(calls, call => call[0] == Copy && call[4].StartsWith("HD ", StringComparison.Ordinal));
        Assert.Equal(calls.Count(call => call[0] == "cuMemAlloc_v2"), calls.Count(call => call[0] == "cuMemFree_v2"));

        // What is read must be there; what is written is waited for only where the host gave no stream.
        int written = Array.FindIndex(work, call => call[0] == Copy && call[4].StartsWith("HD ", StringComparison.Ordinal));
        if (stream != 0)
            Assert.Equal(work.Length - 1, written);
        else
            Assert.Equal(Wait, work[written + 1][0]);
    }

    [SkippableTheory]
    [InlineData(Copy + ":2", OfxStatus.kOfxStatGPUOutOfMemory, "The graphics card has too little memory")]
    [InlineData(Copy + ":700", OfxStatus.kOfxStatGPURenderFailed, "The graphics card's driver did not hand out pixels (CUDA error 700)")]
    public void A_failure_is_told_and_the_processor_renders(string failure, OfxStatus status, string message)
    {
        using TemporaryFolder folder = new();
        using HostImage plate = NodeShot.Load("pictures/london_neutral/022.jpg", false, Premultiplication.Opaque);
        using NodeShot shot = new(plate, host: Host);
        using HostImage wanted = shot.Render("Composite", null, plate.Bounds, RowOrder.BottomUp), image = shot.Render("Matte");

        // Another stream's frame went well: what it left behind shares the context that fails, and goes with it.
        FakeCuda.Use(folder.File("calls.txt"));
        using (TestCard other = Card(stream: 41))
        {
            using HostImage well = shot.Render("Composite", other, plate.Bounds, RowOrder.BottomUp);
            Assert.Equal(1, DevicePool.Count);
        }

        FakeCuda.Use(folder.File("calls.txt"), failure);
        shot.Instance.Params["output"].Parse("Composite");
        using TestCard card = new(CudaDevice.First()!, stream: 42);
        RenderOutcome outcome = shot.Instance.Render(new RenderRequest(1, plate.Bounds, image) { Device = card });
        FakeCuda.Use(folder.File("calls.txt"));
        Assert.True(outcome.Succeeded, outcome.Failure);
        Assert.False(outcome.IsOnDevice);
        Assert.Equal(status, outcome.DeviceFailure);
        Assert.Contains(outcome.Messages, said => said.Text.StartsWith(message, StringComparison.Ordinal));
        Assert.Equal(0, DevicePool.Count);
        Assert.Equal(0, CudaDevice.CurrentContext);
        for (int y = 0; y < plate.Height; y++)
            Assert.True(wanted.Row(y).SequenceEqual(image.Row(y)), $"row {y}");
    }

    [SkippableFact]
    public void Unloading_gives_back_all_that_the_card_lent()
    {
        using TemporaryFolder folder = new();
        string log = folder.File("calls.txt");
        using HostImage plate = NodeShot.Load("pictures/london_neutral/022.jpg", false, Premultiplication.Opaque);
        FakeCuda.Use(log);
        using (TestCard card = Card(stream: 42))
        {
            using (NodeShot shot = new(plate, host: Host))
            {
                using HostImage given = shot.Render("Composite", card, plate.Bounds, RowOrder.BottomUp);
                Assert.Equal(1, DevicePool.Count);
            }

            // The tests' plug-in leaves it out, so that networks stay from one test to the next.
            new FacePlugin().Unload();
            Assert.Equal(0, DevicePool.Count);
        }

        string[][] calls = FakeCuda.Calls(log);
        foreach ((string taken, string given) in new[] { ("cuMemAlloc_v2", "cuMemFree_v2"), ("cuModuleLoadData", "cuModuleUnload"), ("cuDevicePrimaryCtxRetain", "cuDevicePrimaryCtxRelease_v2"), ("cuCtxPushCurrent_v2", "cuCtxPopCurrent_v2") })
            Assert.Equal(calls.Count(call => call[0] == taken), calls.Count(call => call[0] == given));
        Assert.Equal(0, CudaDevice.CurrentContext);
    }

    [Fact]
    public void Hosts_are_answered_by_the_extensions_statuses()
    {
        Assert.Equal(OfxStatus.kOfxStatGPUOutOfMemory, DeviceRender.Told(new DeviceMemoryException("full")).Status);
        Assert.Equal(OfxStatus.kOfxStatGPURenderFailed, DeviceRender.Told(new DeviceException("broken")).Status);
    }

    // What other tests left in the pool would be counted with.
    private static TestCard Card(int stream)
    {
        DevicePool.Purge();
        return new TestCard(CudaDevice.First() ?? throw new InvalidOperationException("The driver has no card."), stream);
    }
}
