using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Colour.Spaces;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Linear RGB of one set of primaries to that of another: as <see cref="GamutConversion"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GamutMatrix
{
    private float _m11, _m12, _m13, _m21, _m22, _m23, _m31, _m32, _m33;

    /// <summary>Derives the conversion.</summary>
    /// <param name="from">The primaries that there are.</param>
    /// <param name="to">The primaries that are wanted.</param>
    public static GamutMatrix Between(ColourPrimaries from, ColourPrimaries to)
    {
        ColourMatrix m = Chromaticities.Of(from).To(Chromaticities.Of(to));
        return new GamutMatrix
        {
            _m11 = (float)m.M11,
            _m12 = (float)m.M12,
            _m13 = (float)m.M13,
            _m21 = (float)m.M21,
            _m22 = (float)m.M22,
            _m23 = (float)m.M23,
            _m31 = (float)m.M31,
            _m32 = (float)m.M32,
            _m33 = (float)m.M33,
        };
    }

    /// <summary>What a colour becomes; alpha is passed on.</summary>
    /// <param name="light">Linear.</param>
    public readonly Rgba Apply(Rgba light) => new(
        (light.R * _m11) + (light.G * _m12) + (light.B * _m13),
        (light.R * _m21) + (light.G * _m22) + (light.B * _m23),
        (light.R * _m31) + (light.G * _m32) + (light.B * _m33),
        light.A);
}
