using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>What the value of a parameter type consists of.</summary>
/// <param name="Kind">Type of the components.</param>
/// <param name="Components">Their number: 1 to 4, or 0 for a parameter without a value.</param>
public readonly record struct ParamShape(ParamKind Kind, int Components)
{
    private static readonly Dictionary<string, ParamShape> ByType = new(StringComparer.Ordinal)
    {
        [OfxParamTypes.kOfxParamTypeInteger] = new(ParamKind.Integer, 1),
        [OfxParamTypes.kOfxParamTypeInteger2D] = new(ParamKind.Integer, 2),
        [OfxParamTypes.kOfxParamTypeInteger3D] = new(ParamKind.Integer, 3),
        [OfxParamTypes.kOfxParamTypeDouble] = new(ParamKind.Real, 1),
        [OfxParamTypes.kOfxParamTypeDouble2D] = new(ParamKind.Real, 2),
        [OfxParamTypes.kOfxParamTypeDouble3D] = new(ParamKind.Real, 3),
        [OfxParamTypes.kOfxParamTypeRGB] = new(ParamKind.Real, 3),
        [OfxParamTypes.kOfxParamTypeRGBA] = new(ParamKind.Real, 4),
        [OfxParamTypes.kOfxParamTypeBoolean] = new(ParamKind.Integer, 1),
        [OfxParamTypes.kOfxParamTypeChoice] = new(ParamKind.Integer, 1),
        [OfxParamTypes.kOfxParamTypeStrChoice] = new(ParamKind.Text, 1),
        [OfxParamTypes.kOfxParamTypeString] = new(ParamKind.Text, 1),
        [OfxParamTypes.kOfxParamTypeCustom] = new(ParamKind.Text, 1),
        [OfxParamTypes.kOfxParamTypeBytes] = new(ParamKind.Bytes, 1),
        [OfxParamTypes.kOfxParamTypeGroup] = new(ParamKind.None, 0),
        [OfxParamTypes.kOfxParamTypePage] = new(ParamKind.None, 0),
        [OfxParamTypes.kOfxParamTypePushButton] = new(ParamKind.None, 0),
    };

    /// <summary>The shape of a <c>kOfxParamType…</c>; false for a type the host doesn't know.</summary>
    public static bool TryOf(string type, out ParamShape shape) => ByType.TryGetValue(type, out shape);
}
