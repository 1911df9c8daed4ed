namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A button; pressing it arrives as InstanceChanged.</summary>
public sealed class PushButtonParam : Param
{
    internal PushButtonParam(ParamAccess access)
        : base(access)
    {
    }
}
