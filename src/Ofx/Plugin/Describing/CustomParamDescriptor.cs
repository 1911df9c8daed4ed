using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a value that the host only stores.</summary>
public sealed class CustomParamDescriptor : ValueParamDescriptor<CustomParamDescriptor>
{
    internal CustomParamDescriptor(PropertySet properties)
        : base(properties, animates: false)
    {
    }

    /// <summary>Sets the default.</summary>
    /// <param name="value">The text.</param>
    public CustomParamDescriptor Default(string value) => SetString(OfxParamProps.kOfxParamPropDefault, value);
}
