using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour.Transfer;

namespace FaceFusion.Kernels.Colour.Spaces;

/// <summary>
/// A host's code values to the working space by way of light, and back: the host's curve, its primaries to Rec.709's, the
/// sRGB curve. One converter for each curve and each set of primaries, made once.
/// </summary>
internal abstract unsafe class LightConverter
{
    /// <summary>The largest magnitude on the working side: beyond what <see cref="NetworkSpace.MostMagnitude"/> becomes in any space.</summary>
    public const float MostWorking = 1 << 17;

    private static readonly int Curves = Enum.GetValues<TransferCurve>().Length;
    private static readonly int Gamuts = Enum.GetValues<ColourPrimaries>().Length;
    private static readonly LightConverter[] All = CreateAll();

    /// <summary>The converter of a space.</summary>
    /// <param name="curve">What the host's numbers mean.</param>
    /// <param name="primaries">Which primaries they are of.</param>
    public static LightConverter Of(TransferCurve curve, ColourPrimaries primaries) => All[((int)curve * Gamuts) + (int)primaries];

    /// <summary>Two pixels of finite host values to sRGB-encoded values with Rec.709 primaries; the alpha lanes hold nothing of use.</summary>
    public abstract Vector256<float> Encode(Vector256<float> host);

    /// <summary>Two pixels of finite working values to host values, finite but of any size; the alpha lanes hold nothing of use.</summary>
    public abstract Vector256<float> Decode(Vector256<float> working);

    /// <inheritdoc cref="NetworkSpace.EncodeRow(Vector4*, int, bool)"/>
    public abstract void EncodeRow(Vector4* pixels, int count, bool premultiplied, bool highlightRollOff);

    /// <inheritdoc cref="NetworkSpace.DecodeRow"/>
    public abstract void DecodeRow(Vector4* pixels, int count, bool premultiplied, bool highlightRollOff);

    private static LightConverter[] CreateAll()
    {
        LightConverter[] all = new LightConverter[Curves * Gamuts];
        for (int gamut = 0; gamut < Gamuts; gamut++)
        {
            ColourPrimaries primaries = (ColourPrimaries)gamut;
            for (int curve = 0; curve < Curves; curve++)
                all[(curve * Gamuts) + gamut] = Create((TransferCurve)curve, primaries);
        }

        return all;
    }

    private static LightConverter Create(TransferCurve curve, ColourPrimaries primaries) => curve switch
    {
        TransferCurve.SceneLinear => new TransferConverter<LinearLight>(primaries),
        TransferCurve.Bt1886 => new TransferConverter<Bt1886Curve>(primaries),
        TransferCurve.AcesCct => new TransferConverter<LogTransfer<AcesCctCurve>>(primaries),
        TransferCurve.LogC3 => new TransferConverter<LogTransfer<LogC3Curve>>(primaries),
        TransferCurve.LogC4 => new TransferConverter<LogTransfer<LogC4Curve>>(primaries),
        TransferCurve.SLog3 => new TransferConverter<LogTransfer<SLog3Curve>>(primaries),
        TransferCurve.Pq => new TransferConverter<PqCurve>(primaries),
        TransferCurve.Hlg => new TransferConverter<HlgCurve>(primaries),
        _ => new TransferConverter<SrgbTransfer>(primaries),
    };
}
