using System.Diagnostics;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.SideBySide.Crops;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>Whole calls of the node in the offline host: a photo of a face in a frame of any size, and an identity.</summary>
internal sealed class NodeCalls : IDisposable
{
    // The first calls load the networks, and their code is compiled and compiled better meanwhile.
    private const int FirstWarmUps = 30, WarmUps = 3;
    private const int Threads = 2;

    private readonly OfxBundle _bundle = OfxBundle.Open(new ManagedNode(), HostProfile.Modern);
    private readonly string _target, _identity;
    private readonly EngineStages _stages;
    private readonly NetworkSwapper _network = new();
    private bool _isWarm;

    /// <param name="shared">The shared material.</param>
    public NodeCalls(string shared)
    {
        _target = Path.Combine(shared, "pictures", "london_neutral", "022.jpg");
        _identity = Path.Combine(shared, "pictures", "composite", "m_easian.jpg");
        _stages = new EngineStages(Path.Combine(shared, "models"), _identity);
    }

    /// <summary>Calls the node again and again: a copy of the frame, the call, and the engine's steps one by one, by turns.</summary>
    /// <param name="size">The frame's size.</param>
    /// <param name="face">How high the photo of the face is in it, in pixels.</param>
    /// <param name="runs">Calls.</param>
    public NodeResult Measure(FrameSize size, int face, int runs)
    {
        Executor.ThreadCount = Threads;
        using HostImage plate = NodePlate.Of(size, _target, face), output = NodePlate.Blank(size);
        using HostedInstance instance = _bundle[NodeNames.Plugin].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter,
            new ProjectSettings { Width = size.Width, Height = size.Height },
            prepared => prepared.Clips[NodeNames.SourceClip].Bind(new StillClipSource(plate)));
        instance.Params[NodeNames.IdentityFile].Set(_identity);
        instance.Params[NodeNames.SwapperFile].Set(_network.File);

        List<double> copies = [], calls = [], agains = [], withNetwork = [], networks = [], totals = [], bytes = [];
        List<StageTimes> stages = [];
        for (int run = _isWarm ? -WarmUps : -FirstWarmUps; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            PixelCopy.Copy(NodePlate.View(plate), NodePlate.View(output));
            long copied = Stopwatch.GetTimestamp();
            long before = GC.GetTotalAllocatedBytes(precise: true);
            (double call, double network) = Call(instance, plate, output);
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            double again = CallAgain(instance, plate, output), swappedByNetwork = CallWithNetwork(instance, plate, output);
            PixelCopy.Copy(NodePlate.View(plate), NodePlate.View(output));
            StageTimes steps = _stages.Run(NodePlate.View(plate), NodePlate.View(output));
            if (run < 0)
                continue;

            bytes.Add(allocated);
            stages.Add(steps);
            copies.Add(Stopwatch.GetElapsedTime(start, copied).TotalMilliseconds);
            calls.Add(call - network);
            agains.Add(again);
            withNetwork.Add(swappedByNetwork);
            networks.Add(network);
            totals.Add(call);
        }

        _isWarm = true;
        return new NodeResult(size, face, Median(copies), Median(calls), Median(agains), Median(withNetwork), Median(networks), Median(totals), Median(bytes), StageTimes.Median(stages));
    }

    public void Dispose()
    {
        _bundle.Dispose();
        _network.Dispose();
    }

    // A frame that has been looked at from another side: its swap is kept, and known by the plate's pixels.
    private static double CallAgain(HostedInstance instance, HostImage plate, HostImage output)
    {
        instance.Params[NodeNames.Output].Set((int)OutputMode.FaceLayer);
        Call(instance, plate, output);
        instance.Params[NodeNames.Output].Set((int)OutputMode.Composite);
        (double again, double network) = Call(instance, plate, output);
        SwapCache.Purge();
        return again - network;
    }

    // The first look at a frame whose face a network swaps.
    private static double CallWithNetwork(HostedInstance instance, HostImage plate, HostImage output)
    {
        instance.Params[NodeNames.Swapper].Set((int)Swapper.File);
        (double call, double network) = Call(instance, plate, output);
        instance.Params[NodeNames.Swapper].Set((int)Swapper.Mesh);
        return call - network;
    }

    private static (double Milliseconds, double Networks) Call(HostedInstance instance, HostImage plate, HostImage output)
    {
        TimeSpan networks = NetworkTime.Total;
        long start = Stopwatch.GetTimestamp();
        RenderOutcome outcome = instance.Render(new RenderRequest(1, plate.Bounds, output));
        double call = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return outcome.Succeeded ? (call, (NetworkTime.Total - networks).TotalMilliseconds) : throw new InvalidOperationException(outcome.Failure);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
