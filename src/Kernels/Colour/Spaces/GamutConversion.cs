using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Spaces;

/// <summary>Linear RGB of one set of primaries to that of another: three columns, each for two pixels at once.</summary>
internal sealed class GamutConversion
{
    private readonly Vector256<float> _red;
    private readonly Vector256<float> _green;
    private readonly Vector256<float> _blue;

    /// <summary>Derives the conversion.</summary>
    /// <param name="from">The primaries that there are.</param>
    /// <param name="to">The primaries that are wanted.</param>
    public GamutConversion(ColourPrimaries from, ColourPrimaries to)
    {
        ColourMatrix m = Chromaticities.Of(from).To(Chromaticities.Of(to));
        _red = PixelPairs.Create((float)m.M11, (float)m.M21, (float)m.M31, 0);
        _green = PixelPairs.Create((float)m.M12, (float)m.M22, (float)m.M32, 0);
        _blue = PixelPairs.Create((float)m.M13, (float)m.M23, (float)m.M33, 0);
    }

    /// <summary>Two pixels; the alpha lanes become 0.</summary>
    /// <param name="light">Linear, finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Apply(Vector256<float> light) =>
        (PixelPairs.Red(light) * _red) + (PixelPairs.Green(light) * _green) + (PixelPairs.Blue(light) * _blue);
}
