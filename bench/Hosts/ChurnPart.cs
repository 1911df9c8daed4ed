using System.Diagnostics;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.HostsBench;

/// <summary>Frames with setHost, Load, Describe, DescribeInContext and an instance of their own, as MLT renders.</summary>
internal static class ChurnPart
{
    private const int WarmUp = 1000, Count = 10_000, Together = 2, Faces = 24;

    private static readonly HostProfile Kept =
        HostProfiles.Mlt with { Behaviour = HostProfiles.Mlt.Behaviour with { RenderInstances = RenderInstances.Same } };

    public static void Run(Shot shot)
    {
        Picture small = shot.Plate.Resized(64, 64);
        using (Frames kept = new(shot.Bundle, Kept, small, Shot.Pass), churned = new(shot.Bundle, HostProfiles.Mlt, small, Shot.Pass))
        {
            kept.Render(WarmUp, Together);
            churned.Render(WarmUp, Together);
            double before = ResidentMemory.Megabytes();
            double alone = churned.Time(Count / 2) / (Count / 2);
            churned.Render(Count / 2, Together);
            double growth = ResidentMemory.Megabytes() - before;
            Part.Tell("count", Count);
            Part.Tell("ms_per_frame", alone - (kept.Time(Count / 2) / (Count / 2)));
            Part.Tell("growth_mb", growth);
        }

        CompareSwaps(shot);
    }

    /// <summary>A face put in by turns on a kept and on fresh instances: where no network is loaded again the medians agree.</summary>
    private static void CompareSwaps(Shot shot)
    {
        using Frames kept = new(shot.Bundle, Kept, shot.Plate, Shot.Swap), churned = new(shot.Bundle, HostProfiles.Mlt, shot.Plate, Shot.Swap);
        List<double> keptTimes = [], churnedTimes = [];
        kept.Render(2, threads: 1);
        churned.Render(2, threads: 1);
        for (int i = 0; i < Faces; i++)
        {
            keptTimes.Add(kept.Time(1));
            churnedTimes.Add(churned.Time(1));
        }

        Part.Tell("swap_ms_kept", Median(keptTimes));
        Part.Tell("swap_ms_churned", Median(churnedTimes));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>A node and what it is rendered into.</summary>
    private sealed class Frames : IDisposable
    {
        private readonly OfxBundle _bundle;
        private readonly PictureSource _source;
        private readonly RenderSession _session;

        public Frames(string bundle, HostProfile profile, Picture plate, Action<HostedInstance> prepare)
        {
            _bundle = OfxBundle.Load(bundle, profile);
            _source = new PictureSource(plate, new PictureForm { Depth = BitDepth.Byte }, profile);
            _session = new RenderSession(
                _bundle.Plugins[0],
                OfxContexts.kOfxImageEffectContextFilter,
                new ProjectSettings { Width = plate.Width, Height = plate.Height },
                instance =>
                {
                    instance.Clips["Source"].Bind(_source);
                    prepare(instance);
                });
        }

        public void Render(int count, int threads)
        {
            Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => RenderOnThisThread(count / threads)))];
            foreach (Thread worker in workers)
                worker.Start();
            foreach (Thread worker in workers)
                worker.Join();
        }

        /// <summary>Renders on one thread; milliseconds that it took.</summary>
        public double Time(int count)
        {
            var clock = Stopwatch.StartNew();
            Render(count, threads: 1);
            return clock.Elapsed.TotalMilliseconds;
        }

        public void Dispose()
        {
            _session.Dispose();
            _bundle.Dispose();
            _source.Dispose();
        }

        private void RenderOnThisThread(int count)
        {
            ClipPreference wanted = _session.Instance.ClipPreferences.Clips[_session.Instance.Clips.Output.Name];
            using HostImage output = PictureSource.Blank(_bundle.Profile, _source.Bounds(new OfxPointD { x = 1, y = 1 }), wanted);
            for (int i = 0; i < count; i++)
            {
                RenderOutcome outcome = _session.Render(new RenderRequest(1, output.Bounds, output));
                if (outcome.Failure is { } failure)
                    throw new InvalidOperationException(failure);
            }
        }
    }
}
