using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a clip.</summary>
public sealed class ClipDescriptor
{
    internal ClipDescriptor(PropertySet properties) => Properties = properties;

    /// <summary>All properties of the clip.</summary>
    public PropertySet Properties { get; }

    /// <summary>Sets the name that people see.</summary>
    /// <param name="label">The name.</param>
    public ClipDescriptor Label(string label)
    {
        Properties.TrySetString(OfxProps.kOfxPropLabel, label);
        return this;
    }

    /// <summary>Sets the components the clip may have.</summary>
    /// <param name="components">From <see cref="OfxComponents"/>; at least one.</param>
    /// <exception cref="OfxException">The host takes none of them.</exception>
    public ClipDescriptor Components(params ReadOnlySpan<string> components)
    {
        EffectDescriptor.SetList(Properties, OfxImageEffectProps.kOfxImageEffectPropSupportedComponents, components, "clip component");
        return this;
    }

    /// <summary>The clip may be left unconnected.</summary>
    public ClipDescriptor Optional() => Set(OfxClipProps.kOfxImageClipPropOptional, true);

    /// <summary>The clip is a matte.</summary>
    public ClipDescriptor Mask() => Set(OfxClipProps.kOfxImageClipPropIsMask, true);

    /// <summary>Sets whether the clip may be delivered in parts.</summary>
    /// <param name="supported">Whether it may.</param>
    public ClipDescriptor SupportsTiles(bool supported) => Set(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles, supported);

    /// <summary>Sets whether the clip is fetched at times other than the rendered one.</summary>
    /// <param name="needed">Whether it is.</param>
    public ClipDescriptor TemporalAccess(bool needed) => Set(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, needed);

    private ClipDescriptor Set(string property, bool value)
    {
        Properties.TrySetInt(property, value ? 1 : 0);
        return this;
    }
}
