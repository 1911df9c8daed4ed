using System.Collections.Concurrent;
using FaceFusion.Host.Clips;
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
    private static ActionFrame? current;

    private readonly ConcurrentDictionary<nint, byte> images = new();

    /// <summary>The innermost action of this thread.</summary>
    public static ActionFrame? Current => current;

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

    /// <summary>Ends the action early when cancelled.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>What the plug-in said meanwhile.</summary>
    public ConcurrentQueue<HostMessage> Messages { get; } = new();

    /// <summary>Whether images may be fetched and values only read.</summary>
    public bool IsRender => Action == OfxActions.kOfxImageEffectActionRender;

    /// <summary>Handles of the images fetched and not given back.</summary>
    public ICollection<nint> Images => images.Keys;

    /// <summary>Runs something with this frame as the thread's innermost one.</summary>
    public T Run<T>(Func<T> body)
    {
        ActionFrame? outer = current;
        current = this;
        try
        {
            return body();
        }
        finally
        {
            current = outer;
        }
    }

    /// <summary>Runs something with a frame, possibly none, inherited from another thread.</summary>
    public static void Inherit(ActionFrame? frame, Action body)
    {
        current = frame;
        body();
    }

    /// <summary>Notes an image as fetched.</summary>
    public void Fetched(nint handle) => images[handle] = 0;

    /// <summary>Notes an image as given back.</summary>
    public void Released(nint handle) => images.TryRemove(handle, out _);
}
