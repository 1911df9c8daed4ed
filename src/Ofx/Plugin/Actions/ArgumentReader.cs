using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>Arguments that several actions share.</summary>
internal static class ArgumentReader
{
    internal static OfxPointD RenderScale(PropertySet properties) => new()
    {
        x = properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1.0),
        y = properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1.0, 1),
    };

    internal static OfxRectI? RenderWindow(PropertySet properties)
    {
        Span<int> sides = stackalloc int[4];
        return properties.TryGetInts(OfxImageEffectProps.kOfxImageEffectPropRenderWindow, sides)
            ? new OfxRectI { x1 = sides[0], y1 = sides[1], x2 = sides[2], y2 = sides[3] }
            : null;
    }

    internal static string Field(PropertySet properties) =>
        properties.GetString(OfxImageEffectProps.kOfxImageEffectPropFieldToRender, OfxValues.kOfxImageFieldNone);
}
