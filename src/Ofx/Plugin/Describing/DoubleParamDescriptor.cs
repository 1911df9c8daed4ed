using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a parameter of one real number.</summary>
public sealed class DoubleParamDescriptor : ValueParamDescriptor<DoubleParamDescriptor>
{
    internal DoubleParamDescriptor(PropertySet properties)
        : base(properties, animates: true) => Range(0, 1);

    /// <summary>Sets the default.</summary>
    /// <param name="value">The value.</param>
    public DoubleParamDescriptor Default(double value) => SetDoubles(OfxParamProps.kOfxParamPropDefault, value);

    /// <summary>
    /// Sets what can be entered, and the slider to the same. Both are always written: hosts that know one only clamp
    /// the default to the other.
    /// </summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public DoubleParamDescriptor Range(double minimum, double maximum)
    {
        SetDoubles(OfxParamProps.kOfxParamPropMin, minimum);
        SetDoubles(OfxParamProps.kOfxParamPropMax, maximum);
        return DisplayRange(minimum, maximum);
    }

    /// <summary>Sets the slider, when it shows less than the <see cref="Range"/>.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public DoubleParamDescriptor DisplayRange(double minimum, double maximum)
    {
        SetDoubles(OfxParamProps.kOfxParamPropDisplayMin, minimum);
        return SetDoubles(OfxParamProps.kOfxParamPropDisplayMax, maximum);
    }

    /// <summary>Sets the step and digits of the number field.</summary>
    /// <param name="increment">The step.</param>
    /// <param name="digits">Digits after the point.</param>
    public DoubleParamDescriptor Increment(double increment, int digits)
    {
        SetDoubles(OfxParamProps.kOfxParamPropIncrement, increment);
        return SetInts(OfxParamProps.kOfxParamPropDigits, digits);
    }

    /// <summary>Sets what the number means.</summary>
    /// <param name="type">One of <see cref="OfxValues"/>' kOfxParamDoubleType….</param>
    public DoubleParamDescriptor Type(string type) => SetString(OfxParamProps.kOfxParamPropDoubleType, type);
}
