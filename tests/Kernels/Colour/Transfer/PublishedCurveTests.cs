using FaceFusion.Kernels.Colour;

namespace FaceFusion.Kernels.Tests.Colour.Transfer;

/// <summary>The curves at values that their publications print.</summary>
public class PublishedCurveTests
{
    // What an encoded grey of that light is in the working space, and back.
    [Theory]
    [InlineData(TransferCurve.Bt1886, 0.5, 0.189465, 1e-5)] // BT.1886: 0.5^2.4
    [InlineData(TransferCurve.AcesCct, 0.0729055341958355, 0, 1e-7)] // S-2016-001: the intercept
    [InlineData(TransferCurve.AcesCct, 0.155251141552511, 0.0078125, 1e-5)] // S-2016-001: the break
    [InlineData(TransferCurve.AcesCct, 0.413588, 0.18, 1e-5)] // S-2016-001: mid grey
    [InlineData(TransferCurve.AcesCct, 0.554794520547945, 1, 1e-5)] // S-2016-001: 9.72/17.52
    [InlineData(TransferCurve.AcesCct, 1.467996, 65504, 1e-4)] // S-2016-001: the largest half
    [InlineData(TransferCurve.LogC3, 0.391, 0.18, 1e-4)] // ARRI 2017: 18 % grey is 400 of 1023
    [InlineData(TransferCurve.LogC3, 0.092809, 0, 1e-7)] // ARRI 2017, table 1: f
    [InlineData(TransferCurve.LogC4, 0.278395836548265, 0.18, 1e-5)] // ARRI 2022: 18 % grey
    [InlineData(TransferCurve.LogC4, 0.427519364835306, 1, 1e-5)]
    [InlineData(TransferCurve.LogC4, 0.0928641251221896, 0, 1e-6)] // ARRI 2022: 95 of 1023
    [InlineData(TransferCurve.LogC4, 0, -0.0180569961199113, 1e-6)] // ARRI 2022: t
    [InlineData(TransferCurve.LogC4, 1, 469.8, 1e-4)] // ARRI 2022: the brightest
    [InlineData(TransferCurve.SLog3, 95 / 1023.0, 0, 1e-7)] // Sony: 0 %, 95 of 1023
    [InlineData(TransferCurve.SLog3, 420 / 1023.0, 0.18, 1e-5)] // Sony: 18 %, 420
    [InlineData(TransferCurve.SLog3, 598 / 1023.0, 0.90, 2e-3)] // Sony: 90 %, 598, a whole code value
    [InlineData(TransferCurve.Hlg, 0.75, 1, 1e-5)] // BT.2408: reference white
    [InlineData(TransferCurve.Hlg, 0.5, 1 / 12.0 / 0.264962560421007, 1e-5)] // BT.2100 table 5: E = 1/12
    [InlineData(TransferCurve.Hlg, 1, 1 / 0.264962560421007, 1e-5)] // BT.2100 table 5: E = 1
    [InlineData(TransferCurve.Pq, 0.58, 1, 0.01)] // BT.2408: reference white, 203 cd/m², 58 %
    [InlineData(TransferCurve.Pq, 0.508078, 100 / 203.0, 1e-4)] // ST 2084: 100 cd/m²
    [InlineData(TransferCurve.Pq, 0.751827, 1000 / 203.0, 1e-4)] // ST 2084: 1000 cd/m²
    [InlineData(TransferCurve.Pq, 0.902572, 4000 / 203.0, 1e-4)] // ST 2084: 4000 cd/m²
    [InlineData(TransferCurve.Pq, 1, 10000 / 203.0, 1e-5)] // ST 2084: the end
    public void A_published_value_has_its_light(TransferCurve curve, double code, double light, double tolerance)
    {
        NetworkSpace space = new(curve, HighlightRollOff: false);
        NetworkSpace scene = new(TransferCurve.SceneLinear, HighlightRollOff: false);
        double actual = scene.Decode(space.Encode((float)code));
        Assert.InRange(actual, light - (tolerance * Math.Max(Math.Abs(light), 0.1)), light + (tolerance * Math.Max(Math.Abs(light), 0.1)));
    }

    [Theory]
    [InlineData(TransferCurve.AcesCct)]
    [InlineData(TransferCurve.LogC3)]
    [InlineData(TransferCurve.LogC4)]
    [InlineData(TransferCurve.SLog3)]
    [InlineData(TransferCurve.Pq)]
    [InlineData(TransferCurve.Hlg)]
    [InlineData(TransferCurve.Bt1886)]
    public void The_whole_range_follows_the_published_formula(TransferCurve curve)
    {
        NetworkSpace space = new(curve, HighlightRollOff: false);
        for (int i = -100; i <= 1023; i++)
        {
            // Below 1/4096 ST 2084 has no inverse: the curve is straight there.
            double code = i / 1023.0, expected = Reference.SrgbEncode(Reference.ToLight(code, curve));
            Assert.InRange(space.Encode((float)code), expected - Tolerance(expected), expected + Tolerance(expected));
        }

        static double Tolerance(double value) => Math.Max(1e-6, 5e-6 * Math.Abs(value));
    }
}
