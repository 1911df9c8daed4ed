using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a check box.</summary>
public sealed class BoolParamDescriptor : ValueParamDescriptor<BoolParamDescriptor>
{
    internal BoolParamDescriptor(PropertySet properties)
        : base(properties, animates: false)
    {
    }

    /// <summary>Sets the default.</summary>
    /// <param name="value">The value.</param>
    public BoolParamDescriptor Default(bool value) => SetInts(OfxParamProps.kOfxParamPropDefault, value ? 1 : 0);
}
