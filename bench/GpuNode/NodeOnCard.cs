using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Stills;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Ofx.Abi;
using FaceFusion.SideBySide.Nodes;

namespace FaceFusion.GpuNode;

/// <summary>Whole calls of the node on 4K frames of floats that lie on a card, with a face of 520 pixels that a network swaps.</summary>
/// <param name="Milliseconds">The median of a call, without the offline host's copies to the card and back.</param>
/// <param name="Networks">How much of it the networks take.</param>
/// <param name="Notes">What ran the networks, where it wasn't the processor by choice.</param>
internal sealed record NodeOnCard(double Milliseconds, double Networks, IReadOnlyList<string> Notes)
{
    private const int Width = 3840, Height = 2160;

    // The photo's enlargement.
    private const double Scale = 2;

    /// <summary>Calls the node.</summary>
    /// <param name="card">The card.</param>
    /// <param name="provider">What runs networks: an option of the node's menu.</param>
    /// <param name="shared">The shared material.</param>
    /// <param name="swapper">The swapping network.</param>
    /// <param name="runs">How many calls count; one more goes before, which loads and compiles.</param>
    public static NodeOnCard Measure(IImageDevice card, string provider, string shared, string swapper, int runs)
    {
        TimedCard timed = new(card);
        using HostImage plate = Blank(), output = Blank();
        Paint(Path.Combine(shared, "pictures", "london_neutral", "022.jpg"), plate);
        using OfxBundle bundle = OfxBundle.Open(new ManagedNode(), HostProfile.Modern with { Gpu = GpuSupport.Of(card.Api) });
        using HostedInstance instance = bundle["net.facefusion-ofx.FaceFusion"].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter, new ProjectSettings { Width = Width, Height = Height }, prepared => prepared.Clips["Source"].Bind(new StillClipSource(plate)));
        instance.Params["identityFile"].Set(Path.Combine(shared, "pictures", "composite", "m_easian.jpg"));
        instance.Params["inputSpace"].Parse("Display (sRGB, Rec.709)");
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

    private static HostImage Blank() =>
        new(new OfxRectI { x2 = Width, y2 = Height }, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = Premultiplication.Premultiplied };

    // The photo in the middle, continued beyond its sides, as it is displayed.
    private static void Paint(string photo, HostImage plate)
    {
        using Still still = StillDecoder.Load(photo);
        using ImageBuffer picture = ImageBuffer.Uninitialized(Width, Height);
        Affine2D map = Affine2D.Translation(-(Width - (still.Width * Scale)) / 2, -(Height - (still.Height * Scale)) / 2).Then(Affine2D.Scaling(1 / Scale, 1 / Scale));
        AreaSampler.Sample(still.View, map, NetworkSpace.Working, premultiplied: false, picture);
        for (int y = 0; y < Height; y++)
            MemoryMarshal.Cast<Vector4, float>(picture.Row(y)).CopyTo(plate.Row<float>(Height - 1 - y));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
