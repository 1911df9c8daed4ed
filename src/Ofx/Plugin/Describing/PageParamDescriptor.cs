using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a page of parameters.</summary>
public sealed class PageParamDescriptor : ParamDescriptor<PageParamDescriptor>
{
    internal PageParamDescriptor(PropertySet properties)
        : base(properties)
    {
    }

    /// <summary>Sets the parameters of the page in their order.</summary>
    /// <param name="names">Their names.</param>
    public PageParamDescriptor Children(params ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
            SetString(OfxParamProps.kOfxParamPropPageChild, names[i], i);

        return this;
    }
}
