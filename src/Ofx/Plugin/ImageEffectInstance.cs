using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Interacts;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// One node in a host. The default of every action but <see cref="Render"/> is the host's own default.
/// <see cref="Render"/>, <see cref="IsIdentity"/>, <see cref="GetRegionOfDefinition"/>,
/// <see cref="GetRegionsOfInterest"/>, <see cref="GetFramesNeeded"/> and the sequence actions may come on any thread, as
/// concurrently as the described thread safety allows; the others come on the host's main thread.
/// An exception becomes the action's failure with a message on the node; see <see cref="PluginEntry"/>.
/// </summary>
/// <param name="effect">The host's side of the instance.</param>
public abstract class ImageEffectInstance(Effect effect) : IDisposable
{
    /// <summary>The host's side of the instance.</summary>
    public Effect Effect { get; } = effect;

    /// <summary>What it draws over the host's viewer; <see langword="null"/> for nothing. The same object every time.</summary>
    public virtual Overlay? Overlay => null;

    /// <summary>Fills the render window of the output. Reads parameters by their GetAt, writes none.</summary>
    /// <param name="arguments">What to render.</param>
    public abstract void Render(in RenderArguments arguments);

    /// <summary>Whether a frame of an input is the result. Not every host asks, so rendering copes with the case too.</summary>
    /// <param name="arguments">What is about to be rendered.</param>
    /// <returns>That frame, or <see langword="null"/> to render.</returns>
    public virtual IdentityReply? IsIdentity(in IdentityArguments arguments) => null;

    /// <summary>The extent of the output in canonical coordinates, or <see langword="null"/> for the host's default (the union of the inputs).</summary>
    /// <param name="arguments">The time and scale.</param>
    public virtual OfxRectD? GetRegionOfDefinition(in RegionArguments arguments) => null;

    /// <summary>Tells which part of each input a region of the output needs.</summary>
    /// <param name="arguments">The time, scale and region.</param>
    /// <param name="reply">Gets the parts.</param>
    public virtual void GetRegionsOfInterest(in RegionArguments arguments, RegionsOfInterestReply reply)
    {
    }

    /// <summary>Tells which frames of each input a frame of the output needs.</summary>
    /// <param name="time">The frame of the output.</param>
    /// <param name="reply">Gets the frames.</param>
    public virtual void GetFramesNeeded(double time, FramesNeededReply reply)
    {
    }

    /// <summary>The frames that the effect can make, or <see langword="null"/> for the host's default.</summary>
    public virtual OfxRangeD? GetTimeDomain() => null;

    /// <summary>Tells how the clips are wanted.</summary>
    /// <param name="reply">Gets the wishes.</param>
    public virtual void GetClipPreferences(ClipPreferencesReply reply)
    {
    }

    /// <summary>A parameter or clip changed, or a button was pressed. Writing a parameter in here comes back here.</summary>
    /// <param name="arguments">What changed.</param>
    public virtual void InstanceChanged(in ChangeArguments arguments)
    {
    }

    /// <summary>A burst of changes begins.</summary>
    /// <param name="reason">Who changes.</param>
    public virtual void BeginInstanceChanged(ChangeReason reason)
    {
    }

    /// <summary>A burst of changes is over.</summary>
    /// <param name="reason">Who changed.</param>
    public virtual void EndInstanceChanged(ChangeReason reason)
    {
    }

    /// <summary>A sequence is about to be rendered.</summary>
    /// <param name="arguments">The sequence.</param>
    public virtual void BeginSequenceRender(in SequenceArguments arguments)
    {
    }

    /// <summary>A sequence was rendered. Heavy state stays: some hosts call this after every frame.</summary>
    /// <param name="arguments">The sequence.</param>
    public virtual void EndSequenceRender(in SequenceArguments arguments)
    {
    }

    /// <summary>The host is about to save: what belongs to the project goes into parameters now.</summary>
    public virtual void SyncPrivateData()
    {
    }

    /// <summary>The host is short of memory: what can be made again is let go.</summary>
    public virtual void PurgeCaches()
    {
    }

    /// <summary>Called once at the end of CreateInstance: parameters may be hidden, greyed or set here.</summary>
    public virtual void Created()
    {
    }

    /// <summary>The host destroys the instance. Some hosts never say so.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the instance holds.</summary>
    /// <param name="disposing">Always true; there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
