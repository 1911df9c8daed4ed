using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour.Transfer;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A logarithm between two straight lines, as <see cref="LogTransfer{TCurve}"/> computes it: its numbers in one struct.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LogCurve
{
    private const float Ln2 = 0.693147180559945f;

    private float _scale;
    private float _shift;
    private float _gain;
    private float _offset;
    private float _slope;
    private float _intercept;
    private float _cutLight;
    private float _cutCode;
    private float _endLight;
    private float _endCode;
    private float _endSlope;

    /// <summary>The numbers of a curve.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    internal static LogCurve Of<TCurve>()
        where TCurve : struct, ILogCurve
    {
        float endPower = 1L << TCurve.EndLog;
        return new LogCurve
        {
            _scale = TCurve.Scale,
            _shift = TCurve.Shift,
            _gain = TCurve.Gain,
            _offset = TCurve.Offset,
            _slope = TCurve.Slope,
            _intercept = TCurve.Intercept,
            _cutLight = TCurve.CutLight,
            _cutCode = (TCurve.Slope * TCurve.CutLight) + TCurve.Intercept,
            _endLight = (endPower - TCurve.Offset) / TCurve.Gain,
            _endCode = (TCurve.Scale * TCurve.EndLog) + TCurve.Shift,
            _endSlope = TCurve.Scale * TCurve.Gain / (endPower * Ln2),
        };
    }

    /// <summary>Code value to light.</summary>
    /// <param name="code">Finite.</param>
    public readonly float ToLight(float code)
    {
        if (code < _cutCode)
            return (code - _intercept) * (1 / _slope);
        if (code > _endCode)
            return ((code - _endCode) * (1 / _endSlope)) + _endLight;
        return (ScalarMath.Exp2((code - _shift) * (1 / _scale)) - _offset) * (1 / _gain);
    }

    /// <summary>Light to code value.</summary>
    /// <param name="light">Finite.</param>
    public readonly float FromLight(float light)
    {
        if (light < _cutLight)
            return (light * _slope) + _intercept;
        if (light > _endLight)
            return ((light - _endLight) * _endSlope) + _endCode;
        return (ScalarMath.Log2((light * _gain) + _offset) * _scale) + _shift;
    }
}
