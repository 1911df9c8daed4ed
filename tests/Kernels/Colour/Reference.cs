using FaceFusion.Kernels.Colour;

namespace FaceFusion.Kernels.Tests.Colour;

/// <summary>The colour formulas, one scalar at a time in double precision.</summary>
internal static class Reference
{
    public static double Encode(double value, NetworkSpace space)
    {
        if (space.Curve == TransferCurve.SceneLinear)
            value = SrgbEncode(value);
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
}
