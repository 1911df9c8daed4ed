using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Colour.Spaces;

namespace FaceFusion.Kernels.Tests.Colour.Spaces;

/// <summary>The matrices that are derived from the primaries, against those that are published.</summary>
public class ChromaticitiesTests
{
    public static TheoryData<ColourPrimaries, double[], double> ToRec709 => new()
    {
        // ACES 1.3, ACESlib.Utilities_Color and the transforms built on it (Bradford).
        { ColourPrimaries.AcesAp1, [1.70505099, -0.62179212, -0.08325887, -0.13025642, 1.14080474, -0.01054832, -0.02400336, -0.12896898, 1.15297233], 1e-6 },
        { ColourPrimaries.AcesAp0, [2.521686, -1.134130, -0.387556, -0.276479, 1.372719, -0.096240, -0.015378, -0.152975, 1.168353], 2e-6 },

        // ITU-R BT.2087-0, 2.2.
        { ColourPrimaries.Rec2020, [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187], 1e-4 },

        // ARRI, "ALEXA LogC Curve. Usage in VFX".
        { ColourPrimaries.ArriWideGamut3, [1.617523, -0.537287, -0.080237, -0.070573, 1.334613, -0.264039, -0.021102, -0.226954, 1.248056], 2e-6 },
    };

    public static TheoryData<ColourPrimaries, double[], double> ToXyz => new()
    {
        // IEC 61966-2-1, S-2014-004, ST 2065-1.
        { ColourPrimaries.Rec709, [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505], 1e-4 },
        { ColourPrimaries.AcesAp1, [0.6624541811, 0.1340042065, 0.1561876870, 0.2722287168, 0.6740817658, 0.0536895174, -0.0055746495, 0.0040607335, 1.0103391003], 1e-8 },
        { ColourPrimaries.AcesAp0, [0.9525523959, 0, 0.0000936786, 0.3439664498, 0.7281660966, -0.0721325464, 0, 0, 1.0088251844], 1e-8 },

        // ARRI's specification of LogC4 and Sony's technical summary.
        { ColourPrimaries.ArriWideGamut4, [0.704858320407232, 0.129760295170463, 0.115837311473977, 0.254524176404027, 0.781477732712002, -0.036001909116029, 0, 0, 1.089057750759878], 1e-9 },
        { ColourPrimaries.SGamut3, [0.7064827132, 0.1288010498, 0.1151721641, 0.2709796708, 0.7866064112, -0.0575860820, -0.0096778454, 0.0046000375, 1.0941355587], 1e-9 },
        { ColourPrimaries.SGamut3Cine, [0.5990839208, 0.2489255161, 0.1024464902, 0.2150758201, 0.8850685017, -0.1001443219, -0.0320658495, -0.0276583907, 1.1487819910], 1e-9 },
    };

    [Theory]
    [MemberData(nameof(ToRec709))]
    public void Light_reaches_Rec709_by_the_published_matrix(ColourPrimaries primaries, double[] published, double tolerance) =>
        AssertClose(published, Chromaticities.Of(primaries).To(Chromaticities.Of(ColourPrimaries.Rec709)), tolerance);

    [Theory]
    [MemberData(nameof(ToXyz))]
    public void Light_reaches_XYZ_by_the_published_matrix(ColourPrimaries primaries, double[] published, double tolerance) =>
        AssertClose(published, Chromaticities.Of(primaries).ToXyz(), tolerance);

    [Fact]
    public void Grey_stays_grey_and_the_way_back_undoes_the_way_there()
    {
        Chromaticities rec709 = Chromaticities.Of(ColourPrimaries.Rec709);
        foreach (ColourPrimaries primaries in Enum.GetValues<ColourPrimaries>())
        {
            ColourMatrix there = Chromaticities.Of(primaries).To(rec709), back = rec709.To(Chromaticities.Of(primaries));
            (double r, double g, double b) = there.Apply(1, 1, 1);
            Assert.Equal((1, 1, 1), (Math.Round(r, 12), Math.Round(g, 12), Math.Round(b, 12)));
            AssertClose([1, 0, 0, 0, 1, 0, 0, 0, 1], back * there, 1e-12);
        }
    }

    private static void AssertClose(double[] expected, ColourMatrix actual, double tolerance)
    {
        double[] elements = [actual.M11, actual.M12, actual.M13, actual.M21, actual.M22, actual.M23, actual.M31, actual.M32, actual.M33];
        for (int i = 0; i < 9; i++)
            Assert.InRange(elements[i], expected[i] - tolerance, expected[i] + tolerance);
    }
}
