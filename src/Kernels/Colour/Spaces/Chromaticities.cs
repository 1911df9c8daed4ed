namespace FaceFusion.Kernels.Colour.Spaces;

/// <summary>Where primaries and white lie, in CIE 1931 x and y.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
/// <param name="White">What equal parts of them make.</param>
internal readonly record struct Chromaticities(
    (double X, double Y) Red, (double X, double Y) Green, (double X, double Y) Blue, (double X, double Y) White)
{
    private static readonly (double X, double Y) D65 = (0.3127, 0.3290);

    // The ACES white point, near D60 (Academy TB-2018-001).
    private static readonly (double X, double Y) AcesWhite = (0.32168, 0.33767);

    // From XYZ to the cone responses of Bradford (Lam 1985; as in ICC.1:2022, annex E).
    private static readonly ColourMatrix Bradford = new(
        0.8951, 0.2664, -0.1614,
        -0.7502, 1.7135, 0.0367,
        0.0389, -0.0685, 1.0296);

    /// <summary>
    /// The published places: BT.709-6, S-2014-004 (AP1), ST 2065-1 (AP0), BT.2020-2, EG 432-1 (P3), ARRI's LogC papers of
    /// 2017 and 2022, Sony's technical summary of S-Gamut3.
    /// </summary>
    /// <param name="primaries">Which.</param>
    public static Chromaticities Of(ColourPrimaries primaries) => primaries switch
    {
        ColourPrimaries.AcesAp1 => new((0.713, 0.293), (0.165, 0.830), (0.128, 0.044), AcesWhite),
        ColourPrimaries.AcesAp0 => new((0.7347, 0.2653), (0, 1), (0.0001, -0.0770), AcesWhite),
        ColourPrimaries.Rec2020 => new((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), D65),
        ColourPrimaries.P3D65 => new((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), D65),
        ColourPrimaries.ArriWideGamut3 => new((0.6840, 0.3130), (0.2210, 0.8480), (0.0861, -0.1020), D65),
        ColourPrimaries.ArriWideGamut4 => new((0.7347, 0.2653), (0.1424, 0.8576), (0.0991, -0.0308), D65),
        ColourPrimaries.SGamut3 => new((0.730, 0.280), (0.140, 0.855), (0.100, -0.050), D65),
        ColourPrimaries.SGamut3Cine => new((0.766, 0.275), (0.225, 0.800), (0.089, -0.087), D65),
        _ => new((0.640, 0.330), (0.300, 0.600), (0.150, 0.060), D65),
    };

    /// <summary>From linear RGB to XYZ, in which white's Y is 1 (SMPTE RP 177).</summary>
    public ColourMatrix ToXyz()
    {
        (double X, double Y, double Z) red = Xyz(Red), green = Xyz(Green), blue = Xyz(Blue), white = Xyz(White);
        ColourMatrix unscaled = new(red.X, green.X, blue.X, red.Y, green.Y, blue.Y, red.Z, green.Z, blue.Z);
        (double r, double g, double b) = unscaled.Inverse().Apply(white.X / white.Y, 1, white.Z / white.Y);
        return unscaled * ColourMatrix.Diagonal(r, g, b);
    }

    /// <summary>From linear RGB of these primaries to that of others; another white is adapted to by Bradford's method, so that equal parts stay equal.</summary>
    /// <param name="others">The other primaries.</param>
    public ColourMatrix To(Chromaticities others) => others.ToXyz().Inverse() * (Adaptation(White, others.White) * ToXyz());

    private static ColourMatrix Adaptation((double X, double Y) from, (double X, double Y) to)
    {
        (double X, double Y, double Z) source = Cones(from), target = Cones(to);
        return Bradford.Inverse() * (ColourMatrix.Diagonal(target.X / source.X, target.Y / source.Y, target.Z / source.Z) * Bradford);
    }

    private static (double X, double Y, double Z) Cones((double X, double Y) white)
    {
        (double x, double y, double z) = Xyz(white);
        return Bradford.Apply(x / y, 1, z / y);
    }

    private static (double X, double Y, double Z) Xyz((double X, double Y) place) => (place.X, place.Y, 1 - place.X - place.Y);
}
