using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Actions;

namespace FaceFusion.Ofx.Plugin.Interacts;

/// <summary>What every overlay action tells.</summary>
/// <param name="properties">The in-arguments.</param>
public readonly struct OverlayArguments(PropertySet properties)
{
    /// <summary>The time, in frames.</summary>
    public double Time { get; } = properties.RequireDouble(OfxProps.kOfxPropTime);

    /// <summary>Pixels of the picture on screen for one at full resolution.</summary>
    public OfxPointD RenderScale { get; } = ArgumentReader.RenderScale(properties);

    /// <summary>Canonical size of a screen pixel; 1 where the host does not tell.</summary>
    public OfxPointD PixelScale { get; } = new()
    {
        x = properties.GetDouble(OfxInteractProps.kOfxInteractPropPixelScale, 1) is > 0 and var x ? x : 1,
        y = properties.GetDouble(OfxInteractProps.kOfxInteractPropPixelScale, 1, 1) is > 0 and var y ? y : 1,
    };

    /// <summary>The pen, in canonical coordinates; the origin where there is none.</summary>
    public OfxPointD Pen { get; } = new()
    {
        x = properties.GetDouble(OfxInteractProps.kOfxInteractPropPenPosition, 0),
        y = properties.GetDouble(OfxInteractProps.kOfxInteractPropPenPosition, 0, 1),
    };
}
