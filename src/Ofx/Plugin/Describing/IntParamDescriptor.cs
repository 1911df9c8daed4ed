using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a parameter of one integer.</summary>
public sealed class IntParamDescriptor : ValueParamDescriptor<IntParamDescriptor>
{
    internal IntParamDescriptor(PropertySet properties)
        : base(properties, animates: true) => Range(0, 100);

    /// <summary>Sets the default.</summary>
    /// <param name="value">The value.</param>
    public IntParamDescriptor Default(int value) => SetInts(OfxParamProps.kOfxParamPropDefault, value);

    /// <summary>Sets what can be entered, and the slider to the same; both are always written.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public IntParamDescriptor Range(int minimum, int maximum)
    {
        SetInts(OfxParamProps.kOfxParamPropMin, minimum);
        SetInts(OfxParamProps.kOfxParamPropMax, maximum);
        return DisplayRange(minimum, maximum);
    }

    /// <summary>Sets the slider, when it shows less than the <see cref="Range"/>.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public IntParamDescriptor DisplayRange(int minimum, int maximum)
    {
        SetInts(OfxParamProps.kOfxParamPropDisplayMin, minimum);
        return SetInts(OfxParamProps.kOfxParamPropDisplayMax, maximum);
    }
}
