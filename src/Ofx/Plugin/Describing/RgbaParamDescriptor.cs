using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a colour with alpha.</summary>
public sealed class RgbaParamDescriptor : ValueParamDescriptor<RgbaParamDescriptor>
{
    internal RgbaParamDescriptor(PropertySet properties)
        : base(properties, animates: true)
    {
    }

    /// <summary>Sets the default.</summary>
    /// <param name="colour">Display-referred values, 0 to 1.</param>
    public RgbaParamDescriptor Default(OfxRGBAColourF colour) =>
        SetDoubles(OfxParamProps.kOfxParamPropDefault, colour.r, colour.g, colour.b, colour.a);
}
