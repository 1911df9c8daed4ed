using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a menu.</summary>
public sealed class ChoiceParamDescriptor : ValueParamDescriptor<ChoiceParamDescriptor>
{
    internal ChoiceParamDescriptor(PropertySet properties)
        : base(properties, animates: false)
    {
    }

    /// <summary>Sets the options. Their order is saved in projects: new ones go to the end.</summary>
    /// <param name="labels">What people see.</param>
    public ChoiceParamDescriptor Options(params ReadOnlySpan<string> labels)
    {
        for (int i = 0; i < labels.Length; i++)
            SetString(OfxParamProps.kOfxParamPropChoiceOption, labels[i], i);

        return this;
    }

    /// <summary>Sets the default.</summary>
    /// <param name="option">The index of the option.</param>
    public ChoiceParamDescriptor Default(int option) => SetInts(OfxParamProps.kOfxParamPropDefault, option);
}
