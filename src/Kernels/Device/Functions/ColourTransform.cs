using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Colour.Transfer;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A <see cref="NetworkSpace"/> as kernels are told: its numbers in one struct, its functions one pixel at a time.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ColourTransform
{
    private const int SceneLinear = (int)TransferCurve.SceneLinear, Bt1886 = (int)TransferCurve.Bt1886;
    private const int Pq = (int)TransferCurve.Pq, Hlg = (int)TransferCurve.Hlg, Display = (int)TransferCurve.Display;
    private const float MostEncoded = 110, MostWorking = 1 << 17;

    private int _curve;
    private int _isPlain;
    private int _rollsOff;
    private int _hasGamut;

    // Three, told at run time: a compiler that doesn't know can't write every curve out once a channel.
    private int _channels;

    private LogCurve _log;
    private GamutMatrix _toRec709;
    private GamutMatrix _fromRec709;

    /// <summary>The numbers of a space.</summary>
    /// <param name="space">The space.</param>
    public static ColourTransform Of(NetworkSpace space) => new()
    {
        _curve = (int)space.Curve,
        _isPlain = space.Curve <= TransferCurve.SceneLinear && space.Primaries == ColourPrimaries.Rec709 ? 1 : 0,
        _rollsOff = space.HighlightRollOff ? 1 : 0,
        _hasGamut = space.Primaries == ColourPrimaries.Rec709 ? 0 : 1,
        _channels = 3,
        _log = space.Curve switch
        {
            TransferCurve.AcesCct => LogCurve.Of<AcesCctCurve>(),
            TransferCurve.LogC3 => LogCurve.Of<LogC3Curve>(),
            TransferCurve.LogC4 => LogCurve.Of<LogC4Curve>(),
            TransferCurve.SLog3 => LogCurve.Of<SLog3Curve>(),
            _ => default,
        },
        _toRec709 = GamutMatrix.Between(space.Primaries, ColourPrimaries.Rec709),
        _fromRec709 = GamutMatrix.Between(ColourPrimaries.Rec709, space.Primaries),
    };

    /// <summary>Whether pixels are mixed in light instead of in the host's own values: as <see cref="NetworkSpace.ForMixing"/>.</summary>
    public readonly bool IsMixedInLight => _curve > Bt1886;

    /// <summary>Every channel finite: NaN becomes 0, magnitudes end at 65504.</summary>
    /// <param name="value">The pixel.</param>
    public static Rgba Finite(Rgba value) => new(Finite(value.R), Finite(value.G), Finite(value.B), Finite(value.A));

    /// <summary>The straight working-space pixel of a host's; one without alpha becomes black where colours are multiplied by it.</summary>
    /// <param name="host">The host's pixel.</param>
    /// <param name="isPremultiplied">Whether colours are multiplied by alpha.</param>
    public readonly Rgba EncodePixel(Rgba host, bool isPremultiplied)
    {
        float alpha = Finite(host.A);
        if (isPremultiplied && alpha != 1)
            host = alpha > 0 ? new Rgba(host.R / alpha, host.G / alpha, host.B / alpha, alpha) : new Rgba(0, 0, 0, alpha);
        Rgba working = Encode(host);
        working.A = alpha;
        return working;
    }

    /// <summary>The host's pixel of a straight working-space one.</summary>
    /// <param name="working">The working-space pixel.</param>
    /// <param name="isPremultiplied">Whether colours are to be multiplied by alpha.</param>
    public readonly Rgba DecodePixel(Rgba working, bool isPremultiplied)
    {
        Rgba host = Decode(working);
        float alpha = Finite(working.A);
        float factor = isPremultiplied ? alpha : 1;
        return new Rgba(host.R * factor, host.G * factor, host.B * factor, alpha);
    }

    /// <summary>The working-space colour of a host's; alpha holds nothing of use.</summary>
    /// <param name="value">Straight.</param>
    public readonly Rgba Encode(Rgba value)
    {
        value = Finite(value);
        if (_isPlain == 0)
        {
            for (int i = 0; i < _channels; i++)
                value = Turned(value, ToLight(value.R));
            if (_hasGamut == 1)
                value = _toRec709.Apply(value);
        }

        return FromLinear(value, _curve != Display || _hasGamut == 1);
    }

    /// <summary>The host's colour of a working-space one; alpha holds nothing of use.</summary>
    /// <param name="value">Straight.</param>
    public readonly Rgba Decode(Rgba value)
    {
        value = ToLinear(value, _curve != Display || _hasGamut == 1, _isPlain == 1 ? MostEncoded : MostWorking);
        if (_isPlain == 0)
        {
            if (_hasGamut == 1)
                value = _fromRec709.Apply(value);
            for (int i = 0; i < _channels; i++)
                value = Turned(value, FromLight(value.R));
        }

        return Finite(value);
    }

    /// <summary>The light of a working-space colour.</summary>
    /// <param name="value">Straight.</param>
    public readonly Rgba DecodeLight(Rgba value) => Finite(ToLinear(value, true, MostEncoded));

    /// <summary>The working-space colour of light.</summary>
    /// <param name="value">Straight.</param>
    public readonly Rgba EncodeLight(Rgba value) => FromLinear(Finite(value), true);

    private static float Finite(float value) => ScalarMath.Finite(value, NetworkSpace.MostMagnitude);

    // The next channel first: after three, all are done and in their places.
    private static Rgba Turned(Rgba value, float done) => new(value.G, value.B, done, value.A);

    private readonly Rgba FromLinear(Rgba value, bool isLight)
    {
        for (int i = 0; i < _channels; i++)
        {
            float channel = isLight ? DisplayCurves.EncodeSrgb(value.R) : value.R;
            value = Turned(value, _rollsOff == 1 ? DisplayCurves.Compress(channel) : channel);
        }

        return value;
    }

    private readonly Rgba ToLinear(Rgba value, bool isLight, float most)
    {
        for (int i = 0; i < _channels; i++)
        {
            float channel = ScalarMath.Finite(value.R, _isPlain == 1 ? NetworkSpace.MostMagnitude : float.MaxValue);
            channel = _rollsOff == 1 ? DisplayCurves.Expand(channel) : channel;
            value = Turned(value, isLight ? DisplayCurves.DecodeSrgb(ScalarMath.Finite(channel, most)) : channel);
        }

        return value;
    }

    private readonly float ToLight(float code)
    {
        if (_curve == SceneLinear)
            return code;
        if (_curve == Display)
            return DisplayCurves.DecodeSrgb(code);
        if (_curve == Bt1886)
            return DisplayCurves.DecodeBt1886(code);
        if (_curve == Pq)
            return PqMath.ToLight(code);
        return _curve == Hlg ? HlgMath.ToLight(code) : _log.ToLight(code);
    }

    private readonly float FromLight(float light)
    {
        if (_curve == SceneLinear)
            return light;
        if (_curve == Display)
            return DisplayCurves.EncodeSrgb(light);
        if (_curve == Bt1886)
            return DisplayCurves.EncodeBt1886(light);
        if (_curve == Pq)
            return PqMath.FromLight(light);
        return _curve == Hlg ? HlgMath.FromLight(light) : _log.FromLight(light);
    }
}
