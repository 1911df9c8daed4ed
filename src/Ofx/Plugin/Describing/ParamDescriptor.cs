using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about any parameter.</summary>
/// <typeparam name="TSelf">The descriptor's own type, so that calls can be chained.</typeparam>
public abstract class ParamDescriptor<TSelf>
    where TSelf : ParamDescriptor<TSelf>
{
    private protected ParamDescriptor(PropertySet properties) => Properties = properties;

    /// <summary>All properties of the parameter.</summary>
    public PropertySet Properties { get; }

    private TSelf Self => (TSelf)this;

    /// <summary>Sets the name that people see.</summary>
    /// <param name="label">The name.</param>
    public TSelf Label(string label)
    {
        Properties.TrySetString(OfxProps.kOfxPropLabel, label);
        Properties.TrySetString(OfxProps.kOfxPropShortLabel, label);
        Properties.TrySetString(OfxProps.kOfxPropLongLabel, label);
        return Self;
    }

    /// <summary>Sets the help text.</summary>
    /// <param name="hint">Plain text.</param>
    public TSelf Hint(string hint) => SetString(OfxParamProps.kOfxParamPropHint, hint);

    /// <summary>Sets the name that scripts use; the parameter's name when not set.</summary>
    /// <param name="name">The name.</param>
    public TSelf ScriptName(string name) => SetString(OfxParamProps.kOfxParamPropScriptName, name);

    /// <summary>Puts the parameter into a group.</summary>
    /// <param name="group">The group's name.</param>
    public TSelf Parent(string group) => SetString(OfxParamProps.kOfxParamPropParent, group);

    /// <summary>Hides the parameter for good: some hosts never show what was hidden while describing.</summary>
    public TSelf Secret() => SetBool(OfxParamProps.kOfxParamPropSecret, true);

    /// <summary>Sets whether the parameter can be edited.</summary>
    /// <param name="enabled">Whether it can.</param>
    public TSelf Enabled(bool enabled) => SetBool(OfxParamProps.kOfxParamPropEnabled, enabled);

    private protected TSelf SetString(string property, string value, int index = 0)
    {
        Properties.TrySetString(property, value, index);
        return Self;
    }

    private protected TSelf SetBool(string property, bool value)
    {
        Properties.TrySetInt(property, value ? 1 : 0);
        return Self;
    }
}
