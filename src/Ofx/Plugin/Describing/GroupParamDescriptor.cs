using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a group of parameters.</summary>
public sealed class GroupParamDescriptor : ParamDescriptor<GroupParamDescriptor>
{
    internal GroupParamDescriptor(PropertySet properties)
        : base(properties)
    {
    }

    /// <summary>Sets whether the group starts unfolded.</summary>
    /// <param name="open">Whether it does.</param>
    public GroupParamDescriptor Open(bool open) => SetBool(OfxParamProps.kOfxParamPropGroupOpen, open);
}
