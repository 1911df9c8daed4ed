using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>The API's names and sizes of depths, components and premultiplication.</summary>
public static class PixelFormat
{
    /// <summary>Bytes of a component; 0 for none.</summary>
    public static int Bytes(this BitDepth depth) => depth switch
    {
        BitDepth.Byte => 1,
        BitDepth.Short or BitDepth.Half => 2,
        BitDepth.Float => 4,
        _ => 0,
    };

    /// <summary>Components of a pixel; 0 for none.</summary>
    public static int Count(this PixelComponents components) => components switch
    {
        PixelComponents.Alpha => 1,
        PixelComponents.Rgb => 3,
        PixelComponents.Rgba => 4,
        _ => 0,
    };

    /// <summary>The <c>kOfxBitDepth…</c> of a depth.</summary>
    public static string OfxName(this BitDepth depth) => depth switch
    {
        BitDepth.Byte => OfxBitDepths.kOfxBitDepthByte,
        BitDepth.Short => OfxBitDepths.kOfxBitDepthShort,
        BitDepth.Half => OfxBitDepths.kOfxBitDepthHalf,
        BitDepth.Float => OfxBitDepths.kOfxBitDepthFloat,
        _ => OfxBitDepths.kOfxBitDepthNone,
    };

    /// <summary>The <c>kOfxImageComponent…</c> of components.</summary>
    public static string OfxName(this PixelComponents components) => components switch
    {
        PixelComponents.Alpha => OfxComponents.kOfxImageComponentAlpha,
        PixelComponents.Rgb => OfxComponents.kOfxImageComponentRGB,
        PixelComponents.Rgba => OfxComponents.kOfxImageComponentRGBA,
        _ => OfxComponents.kOfxImageComponentNone,
    };

    /// <summary>The API's name of a premultiplication.</summary>
    public static string OfxName(this Premultiplication premultiplication) => premultiplication switch
    {
        Premultiplication.Premultiplied => OfxValues.kOfxImagePreMultiplied,
        Premultiplication.Unpremultiplied => OfxValues.kOfxImageUnPreMultiplied,
        _ => OfxValues.kOfxImageOpaque,
    };

    /// <summary>The depth of a <c>kOfxBitDepth…</c>; none for an unknown name.</summary>
    public static BitDepth ParseDepth(string name) => Find<BitDepth>(name, OfxName);

    /// <summary>The components of a <c>kOfxImageComponent…</c>; none for an unknown name.</summary>
    public static PixelComponents ParseComponents(string name) => Find<PixelComponents>(name, OfxName);

    /// <summary>The premultiplication of its API name; opaque for an unknown name.</summary>
    public static Premultiplication ParsePremultiplication(string name) => Find<Premultiplication>(name, OfxName);

    private static T Find<T>(string name, Func<T, string> nameOf)
        where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(value => nameOf(value) == name);
}
