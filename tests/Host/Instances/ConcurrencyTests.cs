using System.Collections.Concurrent;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Suites;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Instances;

public sealed class ConcurrencyTests
{
    private static readonly OfxRectI Bounds = Probe.Rectangle(0, 0, 16, 16);

    [Fact]
    public void Eight_threads_create_render_and_destroy_instances()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Bounds);
        bundle[Probe.Identifier].Describe();
        int handles = HandleTable.Count, images = FetchedImage.Count, blocks = MemorySuite.Count;

        var failures = new ConcurrentBag<string>();
        OnThreads(8, index =>
        {
            for (int round = 0; round < 10; round++)
            {
                using HostedInstance instance = Probe.CreateInstance(bundle, source);
                using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
                double gain = index + 1;
                instance.Params["gain"].Set(gain);
                RenderOutcome outcome = instance.Render(new RenderRequest(round, Bounds, output));
                if (outcome.Failure is { } failure)
                    failures.Add(failure);
                if (output.Row<float>(15)[63] != source.Row<float>(15)[63] * (float)gain)
                    failures.Add($"thread {index}, round {round}: another instance's gain");
            }
        });

        Assert.Empty(failures);
        Assert.Equal((handles, images, blocks), (HandleTable.Count, FetchedImage.Count, MemorySuite.Count));
    }

    [Fact]
    public void Eight_threads_render_frames_of_one_animated_instance()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Bounds);
        using HostedInstance instance = Probe.CreateInstance(bundle, source);
        instance.Params["gain"].SetAt(0, ParamValue.OfReals(0));
        instance.Params["gain"].SetAt(8, ParamValue.OfReals(8));

        var run = new RenderSequence(0, 79);
        instance.BeginSequenceRender(run);
        var failures = new ConcurrentBag<string>();
        OnThreads(8, index =>
        {
            using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
            for (int round = 0; round < 10; round++)
            {
                RenderOutcome outcome = instance.Render(new RenderRequest(index, Bounds, output));
                if (!outcome.Succeeded || output.Row<float>(3)[5] != source.Row<float>(3)[5] * index)
                    failures.Add(outcome.Failure ?? $"time {index}: another time's gain");
            }
        });
        instance.EndSequenceRender(run);

        Assert.Empty(failures);
    }

    [Fact]
    public void A_cancelled_render_sees_the_abort()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Bounds);
        using HostedInstance instance = Probe.CreateInstance(bundle, source);
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using var cancellation = new CancellationTokenSource();

        Assert.True(instance.Render(new RenderRequest(0, Bounds, output) { Cancellation = cancellation.Token }).Succeeded);
        cancellation.Cancel();
        Assert.Equal(OfxStatus.kOfxStatFailed, instance.Render(new RenderRequest(0, Bounds, output) { Cancellation = cancellation.Token }).Status);
    }

    private static void OnThreads(int count, Action<int> body)
    {
        Exception? thrown = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(index => new Thread(() =>
        {
            try
            {
                body(index);
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Null(thrown);
    }
}
