using FaceFusion.Host.Devices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>A run of frames that will be rendered.</summary>
/// <param name="First">First frame.</param>
/// <param name="Last">Last frame, inclusive.</param>
/// <param name="Step">From a frame to the next.</param>
public sealed record RenderSequence(double First, double Last, double Step = 1)
{
    /// <summary>Scale from canonical coordinates to pixels.</summary>
    public OfxPointD RenderScale { get; init; } = new() { x = 1, y = 1 };

    /// <summary>Whether a user waits for it.</summary>
    public bool Interactive { get; init; }

    /// <summary>The graphics card that the frames' images will be handed over on; null for the processor's memory.</summary>
    public IImageDevice? Device { get; init; }

    /// <summary>Whether the frames come in order.</summary>
    public bool Sequential { get; init; }
}
