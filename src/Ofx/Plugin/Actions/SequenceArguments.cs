using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>The sequence that is about to be rendered or was; some hosts announce one for every preview frame.</summary>
/// <param name="properties">The action's in-arguments.</param>
public readonly struct SequenceArguments(PropertySet properties)
{
    /// <summary>The in-arguments themselves.</summary>
    public PropertySet Properties { get; } = properties;

    /// <summary>The first and last frame.</summary>
    public OfxRangeD FrameRange => new()
    {
        min = Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRange, 0.0),
        max = Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRange, 0.0, 1),
    };

    /// <summary>The step from frame to frame.</summary>
    public double FrameStep => Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameStep, 1.0);

    /// <summary>Whether an artist looks on.</summary>
    public bool IsInteractive => Properties.GetBool(OfxProps.kOfxPropIsInteractive, false);

    /// <summary>Pixels per canonical unit.</summary>
    public OfxPointD RenderScale => ArgumentReader.RenderScale(Properties);
}
