using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>What a host asks with <c>kOfxImageEffectActionIsIdentity</c>.</summary>
/// <param name="properties">The action's in-arguments.</param>
public readonly struct IdentityArguments(PropertySet properties)
{
    /// <summary>The in-arguments themselves.</summary>
    public PropertySet Properties { get; } = properties;

    /// <summary>The time, in frames of the effect.</summary>
    public double Time { get; } = properties.RequireDouble(OfxProps.kOfxPropTime);

    /// <summary>Pixels per canonical unit.</summary>
    public OfxPointD RenderScale { get; } = ArgumentReader.RenderScale(properties);

    /// <summary>The pixels in question, or <see langword="null"/> when the host does not tell.</summary>
    public OfxRectI? RenderWindow { get; } = ArgumentReader.RenderWindow(properties);

    /// <summary>The field in question.</summary>
    public string Field { get; } = ArgumentReader.Field(properties);
}
