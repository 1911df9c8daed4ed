using FaceFusion.Kernels.Colour;

namespace FaceFusion.Kernels.Tests.Colour;

/// <summary>The colour formulas as they are published, one scalar at a time in double precision.</summary>
internal static class Reference
{
    public static double Encode(double value, NetworkSpace space)
    {
        if (space.Curve != TransferCurve.Display)
            value = SrgbEncode(ToLight(value, space.Curve));
        if (!space.HighlightRollOff || value <= 0.9)
            return value;

        double t = (value - 0.9) / 0.1;
        return 0.9 + (0.1 * t / (1 + t));
    }

    public static double SrgbEncode(double value) => Math.Sign(value) * (Math.Abs(value) <= 0.0031308
        ? 12.92 * Math.Abs(value)
        : (1.055 * Math.Pow(Math.Abs(value), 1 / 2.4)) - 0.055);

    public static double SrgbDecode(double value) => Math.Sign(value) * (Math.Abs(value) <= 0.04045
        ? Math.Abs(value) / 12.92
        : Math.Pow((Math.Abs(value) + 0.055) / 1.055, 2.4));

    /// <summary>Code value to light where the publications define it; PQ in 203 cd/m², HLG in the light of 0.75.</summary>
    public static double ToLight(double code, TransferCurve curve) => curve switch
    {
        TransferCurve.Display => SrgbDecode(code),
        TransferCurve.Bt1886 => Math.Sign(code) * Math.Pow(Math.Abs(code), 2.4),
        TransferCurve.AcesCct => code <= 0.155251141552511 ? (code - 0.0729055341958355) / 10.5402377416545 : Math.Pow(2, (code * 17.52) - 9.72),
        TransferCurve.LogC3 => code > (5.367655 * 0.010591) + 0.092809
            ? (Math.Pow(10, (code - 0.385537) / 0.247190) - 0.052272) / 5.555556
            : (code - 0.092809) / 5.367655,
        TransferCurve.LogC4 => LogC4ToLight(code),
        TransferCurve.SLog3 => code >= 171.2102946929 / 1023
            ? (Math.Pow(10, ((code * 1023) - 420) / 261.5) * (0.18 + 0.01)) - 0.01
            : ((code * 1023) - 95) * 0.01125 / (171.2102946929 - 95),
        TransferCurve.Pq => PqToNits(code) / 203,
        TransferCurve.Hlg => HlgToScene(code) / HlgToScene(0.75),
        _ => code,
    };

    public static double PqToNits(double code)
    {
        double power = Math.Pow(Math.Abs(code), 1 / (2523 / 4096.0 * 128));
        double c1 = 3424 / 4096.0, c2 = 2413 / 4096.0 * 32, c3 = 2392 / 4096.0 * 32;
        return Math.Sign(code) * 10000 * Math.Pow(Math.Max(power - c1, 0) / (c2 - (c3 * power)), 1 / (2610 / 16384.0));
    }

    public static double HlgToScene(double code)
    {
        double a = 0.17883277, b = 1 - (4 * a), c = 0.5 - (a * Math.Log(4 * a)), magnitude = Math.Abs(code);
        return Math.Sign(code) * (magnitude <= 0.5 ? magnitude * magnitude / 3 : (Math.Exp((magnitude - c) / a) + b) / 12);
    }

    public static (double L, double A, double B) Lab(double r, double g, double b)
    {
        r = SrgbDecode(r);
        g = SrgbDecode(g);
        b = SrgbDecode(b);
        double x = F(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        double y = F((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        double z = F(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (t * 841 / 108) + (4.0 / 29);
    }

    private static double LogC4ToLight(double code)
    {
        double a = (Math.Pow(2, 18) - 16) / 117.45, b = 928 / 1023.0, c = 95 / 1023.0;
        double s = 7 * Math.Log(2) * Math.Pow(2, 7 - (14 * c / b)) / (a * b);
        double t = (Math.Pow(2, (14 * (-c / b)) + 6) - 64) / a;
        return code >= 0 ? (Math.Pow(2, (14 * (code - c) / b) + 6) - 64) / a : (code * s) + t;
    }
}
