using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>What is to be rendered.</summary>
/// <param name="Time">The time, in frames.</param>
/// <param name="Window">The pixels to render, at the render scale; within the output's bounds.</param>
/// <param name="Output">Takes the pixels; its format is what the effect prefers of its output.</param>
public sealed record RenderRequest(double Time, OfxRectI Window, HostImage Output)
{
    /// <summary>Scale from canonical coordinates to pixels.</summary>
    public OfxPointD RenderScale { get; init; } = new() { x = 1, y = 1 };

    /// <summary>The field to render, a <c>kOfxImageField…</c>.</summary>
    public string Field { get; init; } = OfxValues.kOfxImageFieldNone;

    /// <summary>Whether speed goes before quality.</summary>
    public bool Draft { get; init; }

    /// <summary>Whether it is one of a run of frames in order.</summary>
    public bool Sequential { get; init; }

    /// <summary>Whether a user waits for it.</summary>
    public bool Interactive { get; init; }

    /// <summary>The graphics card to hand the images over on, if the plug-in takes them so; null for the processor's memory.</summary>
    public IImageDevice? Device { get; init; }

    /// <summary>Makes the plug-in's <c>abort</c> answer yes.</summary>
    public CancellationToken Cancellation { get; init; }
}
