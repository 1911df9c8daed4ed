using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour.Transfer;

namespace FaceFusion.Kernels.Colour.Spaces;

/// <summary>The converter of one curve.</summary>
/// <typeparam name="TTransfer">The host's curve.</typeparam>
/// <param name="primaries">The host's primaries.</param>
internal sealed unsafe class TransferConverter<TTransfer>(ColourPrimaries primaries) : LightConverter
    where TTransfer : struct, ITransferFunction
{
    private readonly bool _isRec709 = primaries == ColourPrimaries.Rec709;
    private readonly GamutConversion _toRec709 = new(primaries, ColourPrimaries.Rec709);
    private readonly GamutConversion _fromRec709 = new(ColourPrimaries.Rec709, primaries);

    /// <inheritdoc/>
    public override Vector256<float> Encode(Vector256<float> host) => ToWorking(host);

    /// <inheritdoc/>
    public override Vector256<float> Decode(Vector256<float> working) => ToHost(working);

    /// <inheritdoc/>
    public override void EncodeRow(Vector4* pixels, int count, bool premultiplied, bool highlightRollOff)
    {
        for (int i = 0; i < count; i += 2)
        {
            Vector256<float> straight = NetworkSpace.Straight(PixelPairs.Load(pixels + i, count - i), premultiplied, out Vector256<float> alpha);
            Vector256<float> working = ToWorking(NetworkSpace.Finite(straight));
            if (highlightRollOff)
                working = HighlightShoulder.Compress(working);
            PixelPairs.Store(PixelPairs.WithAlpha(working, alpha), pixels + i, count - i);
        }
    }

    /// <inheritdoc/>
    public override void DecodeRow(Vector4* pixels, int count, bool premultiplied, bool highlightRollOff)
    {
        for (int i = 0; i < count; i += 2)
        {
            Vector256<float> pair = PixelPairs.Load(pixels + i, count - i);
            Vector256<float> working = NetworkSpace.Number(pair);
            if (highlightRollOff)
                working = HighlightShoulder.Expand(working);
            Vector256<float> host = NetworkSpace.Bounded(ToHost(NetworkSpace.Bounded(working, MostWorking)), NetworkSpace.MostMagnitude);
            PixelPairs.Store(NetworkSpace.HostAlpha(host, pair, premultiplied), pixels + i, count - i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> ToWorking(Vector256<float> host)
    {
        Vector256<float> light = TTransfer.ToLight(host);
        return SrgbCurve.Encode(_isRec709 ? light : _toRec709.Apply(light));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> ToHost(Vector256<float> working)
    {
        Vector256<float> light = SrgbCurve.Decode(working);
        return TTransfer.FromLight(_isRec709 ? light : _fromRec709.Apply(light));
    }
}
