using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>What a host asks for with <c>kOfxImageEffectActionRender</c>.</summary>
/// <param name="properties">The action's in-arguments.</param>
public readonly struct RenderArguments(PropertySet properties)
{
    /// <summary>The in-arguments themselves, for host extensions and GPU handles.</summary>
    public PropertySet Properties { get; } = properties;

    /// <summary>The time, in frames of the effect.</summary>
    public double Time { get; } = properties.RequireDouble(OfxProps.kOfxPropTime);

    /// <summary>Pixels per canonical unit, times the pixel aspect ratio in x.</summary>
    public OfxPointD RenderScale { get; } = ArgumentReader.RenderScale(properties);

    /// <summary>The pixels of the output to fill, half-open.</summary>
    public OfxRectI RenderWindow { get; } = ArgumentReader.RenderWindow(properties)
        ?? throw new OfxException(OfxStatus.kOfxStatErrMissingHostFeature, "The host asked for a render without a render window; use a host that implements OpenFX 1.0 or later.");

    /// <summary>The field to render; <see cref="OfxValues.kOfxImageFieldNone"/> when the host does not tell.</summary>
    public string Field { get; } = ArgumentReader.Field(properties);

    /// <summary>Whether frames come in order.</summary>
    public bool IsSequential => Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropSequentialRenderStatus, false);

    /// <summary>Whether the artist is waiting at a control.</summary>
    public bool IsInteractive => Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropInteractiveRenderStatus, false);

    /// <summary>Whether speed matters more than quality.</summary>
    public bool IsDraft => Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropRenderQualityDraft, false);

    /// <summary>Whether this is a thumbnail (Resolve).</summary>
    public bool IsThumbnail => Properties.GetString(OfxImageEffectProps.kOfxImageEffectPropThumbnailRender, "") == "true";
}
