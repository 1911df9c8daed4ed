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
        double held = Time(shot.Bundle, Kept, small, Shot.Pass, Count);
        using (Frames frames = new(shot.Bundle, HostProfiles.Mlt, small, Shot.Pass))
        {
            frames.Render(WarmUp, Together);
            double before = ResidentMemory.Megabytes();
            var clock = Stopwatch.StartNew();
            frames.Render(Count / 2, threads: 1);
            double alone = clock.Elapsed.TotalMilliseconds / (Count / 2);
            frames.Render(Count / 2, Together);
            double growth = ResidentMemory.Megabytes() - before;
            Part.Tell("count", Count);
            Part.Tell("ms_per_frame", alone - held);
            Part.Tell("growth_mb", growth);
        }

        // A face put in shows that no network is loaded again.
        Part.Tell("swap_ms_kept", Time(shot.Bundle, Kept, shot.Plate, Shot.Swap, Faces));
        Part.Tell("swap_ms_churned", Time(shot.Bundle, HostProfiles.Mlt, shot.Plate, Shot.Swap, Faces));
    }

    /// <summary>Milliseconds a frame, after a first one.</summary>
    private static double Time(string bundle, HostProfile profile, Picture plate, Action<HostedInstance> prepare, int count)
    {
        using Frames frames = new(bundle, profile, plate, prepare);
        frames.Render(1, threads: 1);
        var clock = Stopwatch.StartNew();
        frames.Render(count, threads: 1);
        return clock.Elapsed.TotalMilliseconds / count;
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
