using System.Globalization;

namespace FaceFusion.Cli.Media;

/// <summary>An exact ratio, for frame rates (frames per second) and pixel aspect ratios (width : height).</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line; positive.</param>
internal readonly record struct Rational(long Numerator, long Denominator)
{
    /// <summary>One to one.</summary>
    public static Rational One { get; } = new(1, 1);

    /// <summary>The nearest double.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>This ratio divided by a whole number, reduced.</summary>
    public Rational DividedBy(long divisor) => Reduced(Numerator, checked(Denominator * divisor));

    /// <summary>Reads <c>24</c>, <c>23.976</c>, <c>24000/1001</c> or <c>4:3</c>; only ratios above zero are taken.</summary>
    public static bool TryParse(string? text, out Rational ratio)
    {
        ratio = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;

        int bar = text.AsSpan().IndexOfAny('/', ':');
        if (bar < 0)
            return TryParseDecimal(text, out ratio);

        if (!long.TryParse(text.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out long above)
            || !long.TryParse(text.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long below)
            || above <= 0 || below <= 0)
            return false;

        ratio = Reduced(above, below);
        return true;
    }

    /// <summary>The ratio nearest to a value with a denominator of 1, 1001 (NTSC rates) or 100 000.</summary>
    public static Rational FromDouble(double value)
    {
        double whole = Math.Round(value);
        if (Math.Abs(value - whole) < 1e-6)
            return new((long)whole, 1);

        double ntsc = Math.Ceiling(value);
        return Math.Abs(ntsc * 1000 / 1001 - value) < 1e-3
            ? new((long)ntsc * 1000, 1001)
            : Reduced((long)Math.Round(value * 100_000), 100_000);
    }

    /// <summary><c>n/d</c>, as the programs of FFmpeg read and write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool TryParseDecimal(string text, out Rational ratio)
    {
        bool read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value is > 1e-4 and < 1e9;
        ratio = read ? FromDouble(value) : default;
        return read;
    }

    private static Rational Reduced(long above, long below)
    {
        long a = above, b = below;
        while (b != 0)
            (a, b) = (b, a % b);

        return new(above / a, below / a);
    }
}
