using System.Runtime.InteropServices;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A <see cref="TensorFormat"/> as kernels are told.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TensorLayout
{
    private float _scaleX, _scaleY, _scaleZ, _offsetX, _offsetY, _offsetZ;
    private int _isBgr;
    private int _clamps;

    /// <summary>The numbers of a format.</summary>
    /// <param name="format">The format.</param>
    public static TensorLayout Of(in TensorFormat format) => new()
    {
        _scaleX = format.Scale.X,
        _scaleY = format.Scale.Y,
        _scaleZ = format.Scale.Z,
        _offsetX = format.Offset.X,
        _offsetY = format.Offset.Y,
        _offsetZ = format.Offset.Z,
        _isBgr = format.Order == ChannelOrder.Bgr ? 1 : 0,
        _clamps = format.ClampToUnit ? 1 : 0,
    };

    /// <summary>The three planes' values of a working-space pixel, in red, green and blue.</summary>
    /// <param name="working">Straight.</param>
    public readonly Rgba Evaluate(Rgba working)
    {
        Rgba value = _isBgr == 1 ? new Rgba(working.B, working.G, working.R, working.A) : working;
        if (_clamps == 1)
            value = new Rgba(Unit(value.R), Unit(value.G), Unit(value.B), value.A);
        return new Rgba(
            (value.R * _scaleX) + _offsetX, (value.G * _scaleY) + _offsetY, (value.B * _scaleZ) + _offsetZ, value.A);
    }

    private static float Unit(float value) => ScalarMath.Min(ScalarMath.Max(value, 0), 1);
}
