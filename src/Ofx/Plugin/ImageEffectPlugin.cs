using FaceFusion.Ofx.Plugin.Describing;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// One image effect plug-in of a binary: what a host lists. Its members may be called on any thread, several times and
/// concurrently (one real host loads and describes once a frame), so it keeps no state that describing changes.
/// An exception becomes the action's failure; see <see cref="PluginEntry"/>.
/// </summary>
public abstract class ImageEffectPlugin
{
    /// <summary>The reverse-domain name that saved projects refer to; never changes.</summary>
    public abstract string Identifier { get; }

    /// <summary>The version that hosts see.</summary>
    public abstract PluginVersion Version { get; }

    /// <summary>A file to write every action into, for finding out what a host does; "" for none. Asked for once.</summary>
    public virtual string LogPath => "";

    /// <summary>The host has loaded the plug-in. Nothing slow belongs here: hosts load every plug-in at start.</summary>
    /// <param name="host">The host.</param>
    public virtual void Load(OfxHostContext host)
    {
    }

    /// <summary>The host lets go of the plug-in; it may load it again, and some never say goodbye.</summary>
    public virtual void Unload()
    {
    }

    /// <summary>Tells what holds in every context: names, contexts, bit depths, abilities.</summary>
    /// <param name="descriptor">Gets it.</param>
    public abstract void Describe(EffectDescriptor descriptor);

    /// <summary>Tells the clips and parameters of one context.</summary>
    /// <param name="descriptor">Gets them.</param>
    /// <param name="context">One of <see cref="Abi.OfxContexts"/>.</param>
    public abstract void DescribeInContext(EffectDescriptor descriptor, string context);

    /// <summary>Makes an instance. Some hosts make and destroy one per frame: nothing slow belongs here.</summary>
    /// <param name="effect">The instance's clips, parameters and properties.</param>
    /// <param name="context">The context it lives in.</param>
    public abstract ImageEffectInstance CreateInstance(Effect effect, string context);
}
