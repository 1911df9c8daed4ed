namespace FaceFusion.Quality.Measures;

/// <summary>Figures of a series of measurements.</summary>
internal static class Statistics
{
    /// <summary>The value in the middle, or the mean of the two in the middle.</summary>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("A median needs at least one value.", nameof(values));
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
