namespace FaceFusion.Kernels.Device.Functions;

/// <summary>
/// What pixel functions need of mathematics, by the four operations, comparisons and bits alone: the same on every device,
/// where a device's own functions are estimates. The series are those of <see cref="Colour.VectorMath"/>.
/// </summary>
public static class ScalarMath
{
    private const float Ln2 = 0.693147180559945f;
    private const int MantissaMask = 0x007f_ffff;
    private const int SqrtHalfBits = 0x3f35_04f3;

    /// <summary>The larger one; the second where the first is not a number.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    public static float Max(float a, float b) => a > b ? a : b;

    /// <summary>The smaller one; the second where the first is not a number.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    public static float Min(float a, float b) => a < b ? a : b;

    /// <summary>A value held between two.</summary>
    /// <param name="value">The value.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    public static int Clamp(int value, int least, int most) => value < least ? least : value > most ? most : value;

    /// <summary>The value without its sign.</summary>
    /// <param name="value">The value.</param>
    public static float Abs(float value) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & 0x7fff_ffff);

    /// <summary>Whether a value is neither infinite nor NaN.</summary>
    /// <param name="value">The value.</param>
    public static bool IsFinite(float value) => (BitConverter.SingleToInt32Bits(value) & 0x7f80_0000) != 0x7f80_0000;

    /// <summary>Whether a value is not NaN. Asked of the bits: compilers for cards turn comparisons round as if there were none.</summary>
    /// <param name="value">The value.</param>
    public static bool IsNumber(float value) => (BitConverter.SingleToInt32Bits(value) & 0x7fff_ffff) <= 0x7f80_0000;

    /// <summary>NaN becomes 0, and magnitudes above <paramref name="most"/> become it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">The largest magnitude, below infinity.</param>
    public static float Finite(float value, float most)
    {
        float number = IsNumber(value) ? value : 0;
        return Max(Min(number, most), -most);
    }

    /// <summary>The nearest whole number, ties to even.</summary>
    /// <param name="value">From 0 to 2²³.</param>
    public static int RoundToEven(float value)
    {
        int whole = (int)value;
        float rest = value - whole;
        return rest > 0.5f || (rest == 0.5f && (whole & 1) == 1) ? whole + 1 : whole;
    }

    /// <summary>x^exponent for normal positive x and |exponent·log₂x| ≤ 120; relative error below 2e-6 as in <see cref="Colour.VectorMath.Power"/>.</summary>
    /// <param name="x">The base.</param>
    /// <param name="exponent">The exponent.</param>
    public static float Power(float x, float exponent) => Exp2(Log2(x) * exponent);

    /// <summary>log₂x for normal positive x.</summary>
    /// <param name="x">The argument.</param>
    public static float Log2(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x) - SqrtHalfBits;
        float exponent = bits >> 23;
        float m = BitConverter.Int32BitsToSingle((bits & MantissaMask) + SqrtHalfBits);
        float s = (m - 1) / (m + 1);
        float s2 = s * s;
        float series = 2 / (9 * Ln2);
        series = (series * s2) + (2 / (7 * Ln2));
        series = (series * s2) + (2 / (5 * Ln2));
        series = (series * s2) + (2 / (3 * Ln2));
        series = (series * s2) + (2 / Ln2);
        return exponent + (series * s);
    }

    /// <summary>2^x for |x| ≤ 120.</summary>
    /// <param name="x">The exponent.</param>
    public static float Exp2(float x)
    {
        float half = x + 0.5f;
        int whole = (int)half;
        if (half < whole)
            whole--;
        float t = (x - whole) * Ln2;
        float series = 1 / 5040f;
        series = (series * t) + (1 / 720f);
        series = (series * t) + (1 / 120f);
        series = (series * t) + (1 / 24f);
        series = (series * t) + (1 / 6f);
        series = (series * t) + (1 / 2f);
        series = (series * t) + 1;
        series = (series * t) + 1;
        return series * BitConverter.Int32BitsToSingle((whole + 127) << 23);
    }
}
