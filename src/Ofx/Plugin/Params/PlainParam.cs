namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A parameter of whatever kind, of which only the properties are wanted.</summary>
internal sealed class PlainParam : Param
{
    internal PlainParam(ParamAccess access)
        : base(access)
    {
    }
}
