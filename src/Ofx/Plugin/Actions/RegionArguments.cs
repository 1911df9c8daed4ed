using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>What a host asks with the region of definition and regions of interest actions.</summary>
/// <param name="properties">The action's in-arguments.</param>
public readonly struct RegionArguments(PropertySet properties)
{
    /// <summary>The in-arguments themselves.</summary>
    public PropertySet Properties { get; } = properties;

    /// <summary>The time, in frames of the effect.</summary>
    public double Time { get; } = properties.RequireDouble(OfxProps.kOfxPropTime);

    /// <summary>Pixels per canonical unit.</summary>
    public OfxPointD RenderScale { get; } = ArgumentReader.RenderScale(properties);

    /// <summary>The part of the output that is to be rendered, canonical; <see langword="null"/> when a region of definition is asked for.</summary>
    public OfxRectD? Region
    {
        get
        {
            Span<double> sides = stackalloc double[4];
            return Properties.TryGetDoubles(OfxImageEffectProps.kOfxImageEffectPropRegionOfInterest, sides)
                ? new OfxRectD { x1 = sides[0], y1 = sides[1], x2 = sides[2], y2 = sides[3] }
                : null;
        }
    }
}
