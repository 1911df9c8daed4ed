using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a button.</summary>
public sealed class PushButtonParamDescriptor : ParamDescriptor<PushButtonParamDescriptor>
{
    internal PushButtonParamDescriptor(PropertySet properties)
        : base(properties)
    {
    }
}
