using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a parameter that has a value.</summary>
/// <typeparam name="TSelf">The descriptor's own type, so that calls can be chained.</typeparam>
public abstract class ValueParamDescriptor<TSelf> : ParamDescriptor<TSelf>
    where TSelf : ValueParamDescriptor<TSelf>
{
    // Always written: hosts differ in what they assume, and some animate check boxes unasked.
    private protected ValueParamDescriptor(PropertySet properties, bool animates)
        : base(properties) => Animates(animates);

    /// <summary>Sets whether the value may change over time. Numbers and colours do unless told otherwise, others don't.</summary>
    /// <param name="animates">Whether it may.</param>
    public TSelf Animates(bool animates) => SetBool(OfxParamProps.kOfxParamPropAnimates, animates);

    /// <summary>Sets whether a change makes the host render again.</summary>
    /// <param name="evaluate">Whether it does.</param>
    public TSelf EvaluateOnChange(bool evaluate) => SetBool(OfxParamProps.kOfxParamPropEvaluateOnChange, evaluate);

    /// <summary>Sets whether the value is saved with the project.</summary>
    /// <param name="persistent">Whether it is.</param>
    public TSelf Persistent(bool persistent) => SetBool(OfxParamProps.kOfxParamPropPersistant, persistent);

    /// <summary>Sets whether a change can be undone.</summary>
    /// <param name="canUndo">Whether it can.</param>
    public TSelf CanUndo(bool canUndo) => SetBool(OfxParamProps.kOfxParamPropCanUndo, canUndo);

    private protected TSelf SetDoubles(string property, params ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            Properties.TrySetDouble(property, values[i], i);

        return (TSelf)this;
    }

    private protected TSelf SetInts(string property, params ReadOnlySpan<int> values)
    {
        for (int i = 0; i < values.Length; i++)
            Properties.TrySetInt(property, values[i], i);

        return (TSelf)this;
    }
}
