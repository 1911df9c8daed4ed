namespace FaceFusion.Cli.Media.Probing;

/// <summary>
/// The frames of a video laid on a grid of equal ticks: at a constant rate each frame takes one tick, otherwise a frame
/// is held for several.
/// </summary>
/// <param name="Rate">Ticks per second.</param>
/// <param name="Durations">Ticks of each frame; <see langword="null"/> when one each.</param>
internal sealed record FrameTiming(Rational Rate, IReadOnlyList<int>? Durations)
{
    /// <summary>The finest grid that is worth writing: a GIF's hundredths of a second.</summary>
    private const int FastestRate = 100;

    /// <summary>Lays frames on a grid.</summary>
    /// <param name="starts">Presentation times, rising, in units of <paramref name="timeBase"/>.</param>
    /// <param name="end">When the last frame ends, in the same units.</param>
    /// <param name="timeBase">Seconds a unit.</param>
    /// <param name="guess">The rate that the file's timestamps suggest.</param>
    public static FrameTiming From(IReadOnlyList<long> starts, long end, Rational timeBase, Rational guess)
    {
        if (starts.Count < 2 || IsConstant(starts, timeBase, guess))
            return new(starts.Count < 2 ? SingleRate(starts, end, timeBase, guess) : guess, null);

        Rational rate = GridRate(starts, end, timeBase, guess);
        double ticksPerUnit = timeBase.Value * rate.Value;
        int[] durations = new int[starts.Count];
        long used = 0;
        for (int i = 0; i < durations.Length; i++)
        {
            long next = i + 1 < starts.Count ? starts[i + 1] : end;
            long target = (long)Math.Round((next - starts[0]) * ticksPerUnit);
            durations[i] = (int)Math.Max(1, target - used);
            used += durations[i];
        }

        return new(rate, durations);
    }

    /// <summary>Whether every frame stands within a unit of where the rate puts it.</summary>
    private static bool IsConstant(IReadOnlyList<long> starts, Rational timeBase, Rational rate)
    {
        double unitsPerFrame = 1 / (timeBase.Value * rate.Value);
        for (int i = 0; i < starts.Count; i++)
        {
            if (Math.Abs(starts[i] - starts[0] - (i * unitsPerFrame)) > 1.001)
                return false;
        }

        return true;
    }

    /// <summary>The rate of a file with a single frame: its duration's inverse.</summary>
    private static Rational SingleRate(IReadOnlyList<long> starts, long end, Rational timeBase, Rational guess) =>
        starts.Count == 1 && end > starts[0]
            ? new Rational(timeBase.Denominator, timeBase.Numerator).DividedBy(end - starts[0])
            : guess;

    /// <summary>The coarsest grid on which all frames stand exactly, or the guess when that would be too fine.</summary>
    private static Rational GridRate(IReadOnlyList<long> starts, long end, Rational timeBase, Rational guess)
    {
        long step = end - starts[^1];
        for (int i = 1; i < starts.Count; i++)
            step = GreatestCommonDivisor(step, starts[i] - starts[i - 1]);

        Rational exact = new Rational(timeBase.Denominator, timeBase.Numerator).DividedBy(Math.Max(step, 1));
        if (exact.Value <= FastestRate)
            return exact;

        return guess.Value <= FastestRate ? guess : new(FastestRate, 1);
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);

        return Math.Abs(a);
    }
}
