using System.Runtime.InteropServices;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Where a crop lies in a frame, as kernels are told: a frame's pixel is the crop's where its centre lies inside.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct CropPlace
{
    private const double One = 1L << 40;

    private long _xx, _xy, _tx, _yx, _yy, _ty;
    private long _width;
    private long _height;

    /// <summary>Describes a place.</summary>
    /// <param name="toCrop">From the frame's continuous coordinates to the crop's.</param>
    /// <param name="width">The crop's columns.</param>
    /// <param name="height">The crop's rows.</param>
    public static CropPlace Of(Affine2D toCrop, int width, int height)
    {
        (double u, double v) = toCrop.Apply(0.5, 0.5);
        return new CropPlace
        {
            _xx = Fixed(toCrop.Xx),
            _xy = Fixed(toCrop.Xy),
            _tx = Fixed(u),
            _yx = Fixed(toCrop.Yx),
            _yy = Fixed(toCrop.Yy),
            _ty = Fixed(v),
            _width = Fixed(width),
            _height = Fixed(height),
        };
    }

    /// <summary>Whether a pixel's centre lies inside the crop.</summary>
    /// <param name="x">Column of the frame.</param>
    /// <param name="y">Row of the frame.</param>
    public readonly bool Contains(int x, int y)
    {
        long u = (_xx * x) + (_xy * y) + _tx, v = (_yx * x) + (_yy * y) + _ty;
        return u >= 0 && u < _width && v >= 0 && v < _height;
    }

    private static long Fixed(double value) => (long)Math.Round(value * One);
}
