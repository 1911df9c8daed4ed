using System.Collections.Concurrent;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Effects;

/// <summary>
/// An action under way on a thread: what a suite call in it refers to. Threads spawned through the multi-thread suite
/// inherit the frame; a plug-in's own threads are found by instance and time.
/// </summary>
internal sealed class ActionFrame
{
    [ThreadStatic]
    private static ActionFrame? _current;

    private readonly ConcurrentDictionary<nint, byte> _images = new();

    /// <summary>The innermost action of this thread.</summary>
    public static ActionFrame? Current => _current;

    /// <summary>The instance acted on.</summary>
    public required HostedInstance Instance { get; init; }

    /// <summary>The action's name.</summary>
    public required string Action { get; init; }

    /// <summary>The time acted on.</summary>
    public double Time { get; init; }

    /// <summary>The scale that images are asked at.</summary>
    public OfxPointD RenderScale { get; init; } = new() { x = 1, y = 1 };

    /// <summary>The image to be rendered; null for other actions.</summary>
    public HostImage? Output { get; init; }

    /// <summary>The images on a graphics card; null where they are the processor's.</summary>
    public DeviceImages? Device { get; init; }

    /// <summary>Ends the action early when cancelled.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>What the plug-in said meanwhile.</summary>
    public ConcurrentQueue<HostMessage> Messages { get; } = new();

    /// <summary>Whether this is a render, which has an output image.</summary>
    public bool IsRender => Action == OfxActions.kOfxImageEffectActionRender;

    /// <summary>
    /// Whether parameters may be written: never in the actions that may come on render threads (ofxThreadSafety of the
    /// specification).
    /// </summary>
    public bool MayWriteParams => Action is not (OfxActions.kOfxImageEffectActionRender
        or OfxActions.kOfxImageEffectActionBeginSequenceRender or OfxActions.kOfxImageEffectActionEndSequenceRender
        or OfxActions.kOfxImageEffectActionIsIdentity or OfxActions.kOfxImageEffectActionGetFramesNeeded
        or OfxActions.kOfxImageEffectActionGetRegionOfDefinition or OfxActions.kOfxImageEffectActionGetRegionsOfInterest);

    /// <summary>Images that had to be taken back at the end.</summary>
    public int UnreleasedImages { get; private set; }

    /// <summary>Runs something with this frame as the thread's innermost one.</summary>
    public T Run<T>(Func<T> body)
    {
        ActionFrame? outer = _current;
        _current = this;
        try
        {
            return body();
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Runs something with a frame, possibly none, inherited from another thread.</summary>
    public static void Inherit(ActionFrame? frame, Action body)
    {
        _current = frame;
        body();
    }

    /// <summary>Notes an image as fetched.</summary>
    public void Fetched(nint handle) => _images[handle] = 0;

    /// <summary>Notes an image as given back.</summary>
    public void Released(nint handle) => _images.TryRemove(handle, out _);

    /// <summary>Takes back what the plug-in kept.</summary>
    public void TakeImagesBack()
    {
        nint[] kept = [.. _images.Keys];
        UnreleasedImages = kept.Length;
        foreach (nint image in kept)
            FetchedImage.TakeBack(image);
    }
}
