using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>What changed, from <c>kOfxActionInstanceChanged</c>.</summary>
/// <param name="properties">The action's in-arguments.</param>
public readonly struct ChangeArguments(PropertySet properties)
{
    /// <summary>The in-arguments themselves.</summary>
    public PropertySet Properties { get; } = properties;

    /// <summary>The name of the parameter or clip.</summary>
    public string Name { get; } = properties.GetString(OfxProps.kOfxPropName, "");

    /// <summary>Whether a clip changed (was plugged, unplugged or has other pixels).</summary>
    public bool IsClip { get; } = properties.GetString(OfxProps.kOfxPropType, "") == OfxValues.kOfxTypeClip;

    /// <summary>Whether a parameter changed or a button was pressed.</summary>
    public bool IsParam { get; } = properties.GetString(OfxProps.kOfxPropType, "") == OfxValues.kOfxTypeParameter;

    /// <summary>Who changed it.</summary>
    public ChangeReason Reason { get; } = ReadReason(properties);

    /// <summary>The time shown by the host, in frames; 0 when it does not tell.</summary>
    public double Time { get; } = properties.GetDouble(OfxProps.kOfxPropTime, 0.0);

    /// <summary>Pixels per canonical unit of the current view.</summary>
    public OfxPointD RenderScale { get; } = ArgumentReader.RenderScale(properties);

    internal static ChangeReason ReadReason(PropertySet properties) =>
        properties.GetString(OfxProps.kOfxPropChangeReason, "") switch
        {
            OfxValues.kOfxChangeUserEdited => ChangeReason.UserEdited,
            OfxValues.kOfxChangeTime => ChangeReason.Time,
            _ => ChangeReason.PluginEdited,
        };
}
