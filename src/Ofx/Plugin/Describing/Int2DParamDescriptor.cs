using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about two integers.</summary>
public sealed class Int2DParamDescriptor : ValueParamDescriptor<Int2DParamDescriptor>
{
    internal Int2DParamDescriptor(PropertySet properties)
        : base(properties, animates: true) => Range(0, 100);

    /// <summary>Sets the default.</summary>
    /// <param name="x">The first number.</param>
    /// <param name="y">The second number.</param>
    public Int2DParamDescriptor Default(int x, int y) => SetInts(OfxParamProps.kOfxParamPropDefault, x, y);

    /// <summary>Sets what can be entered for either number, and the slider to the same; both are always written.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public Int2DParamDescriptor Range(int minimum, int maximum)
    {
        SetInts(OfxParamProps.kOfxParamPropMin, minimum, minimum);
        SetInts(OfxParamProps.kOfxParamPropMax, maximum, maximum);
        SetInts(OfxParamProps.kOfxParamPropDisplayMin, minimum, minimum);
        return SetInts(OfxParamProps.kOfxParamPropDisplayMax, maximum, maximum);
    }
}
