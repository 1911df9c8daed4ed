using System.Diagnostics;
using FaceFusion.Host.Devices;

namespace FaceFusion.GpuNode;

/// <summary>A card that keeps the time which the offline host takes to put its images there and fetch them: other hosts have them there.</summary>
/// <param name="card">The card.</param>
internal sealed class TimedCard(IImageDevice card) : IImageDevice
{
    /// <summary>That time so far.</summary>
    public TimeSpan Transfers { get; private set; }

    public DeviceApi Api => card.Api;

    public nint Order => card.Order;

    public nint Allocate(long bytes) => card.Allocate(bytes);

    public void Release(nint memory) => card.Release(memory);

    public void Upload(ReadOnlySpan<byte> source, nint memory)
    {
        long start = Stopwatch.GetTimestamp();
        card.Upload(source, memory);
        Transfers += Stopwatch.GetElapsedTime(start);
    }

    public void Download(nint memory, Span<byte> target)
    {
        // The first byte waits for what the node has left to the card, which is the node's own time.
        card.Download(memory, target[..1]);
        long start = Stopwatch.GetTimestamp();
        card.Download(memory, target);
        Transfers += Stopwatch.GetElapsedTime(start);
    }

    public void Run(Action work) => card.Run(work);
}
