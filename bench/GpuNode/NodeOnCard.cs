using System.Diagnostics;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Inference.Sessions;
using FaceFusion.Ofx.Abi;
using FaceFusion.SideBySide.Crops;
using FaceFusion.SideBySide.Nodes;

namespace FaceFusion.GpuNode;

/// <summary>Whole calls of the node on 4K frames of floats that lie on a card, with a face of 520 pixels that a network swaps.</summary>
/// <param name="Milliseconds">The median of a call, without the offline host's copies to the card and back.</param>
/// <param name="Networks">How much of it the networks take.</param>
/// <param name="Notes">What ran the networks, where it wasn't the processor by choice.</param>
internal sealed record NodeOnCard(double Milliseconds, double Networks, IReadOnlyList<string> Notes)
{
    private const int PhotoHeight = 1350;

    private static readonly FrameSize Size = FrameSize.Uhd;

    /// <summary>Calls the node.</summary>
    /// <param name="card">The card.</param>
    /// <param name="provider">What runs networks: an option of the node's menu.</param>
    /// <param name="shared">The shared material.</param>
    /// <param name="swapper">The swapping network.</param>
    /// <param name="runs">How many calls count; one more goes before, which loads and compiles.</param>
    public static NodeOnCard Measure(IImageDevice card, string provider, string shared, string swapper, int runs)
    {
        TimedCard timed = new(card);
        using HostImage plate = NodePlate.Of(Size, Path.Combine(shared, "pictures", "london_neutral", "022.jpg"), PhotoHeight), output = NodePlate.Blank(Size);
        using OfxBundle bundle = OfxBundle.Open(new ManagedNode(), HostProfile.Modern with { Gpu = GpuSupport.Of(card.Api) });
        using HostedInstance instance = bundle["net.facefusion-ofx.FaceFusion"].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter, new ProjectSettings { Width = Size.Width, Height = Size.Height }, prepared => prepared.Clips["Source"].Bind(new StillClipSource(plate)));
        instance.Params["identityFile"].Set(Path.Combine(shared, "pictures", "composite", "m_easian.jpg"));
        instance.Params["swapper"].Parse("File");
        instance.Params["swapperFile"].Set(swapper);
        instance.Params["executionProvider"].Parse(provider);

        List<double> calls = [], networks = [];
        for (int run = -1; run < runs; run++)
        {
            TimeSpan transfers = timed.Transfers, before = NetworkTime.Total;
            long start = Stopwatch.GetTimestamp();
            RenderOutcome outcome = instance.Render(new RenderRequest(1, plate.Bounds, output) { Device = timed });
            TimeSpan call = Stopwatch.GetElapsedTime(start) - (timed.Transfers - transfers);
            if (!outcome.Succeeded || !outcome.IsOnDevice)
                throw new InvalidOperationException(outcome.Failure ?? string.Join(' ', outcome.Messages.Select(message => message.Text)));
            if (run < 0)
                continue;
            calls.Add(call.TotalMilliseconds);
            networks.Add((NetworkTime.Total - before).TotalMilliseconds);
        }

        return new NodeOnCard(Median(calls), Median(networks), ProviderNotes.All);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
