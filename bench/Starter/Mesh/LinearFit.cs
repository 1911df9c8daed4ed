namespace FaceFusion.Starter.Mesh;

/// <summary>How one measurement follows another.</summary>
/// <param name="Correlation">Pearson's.</param>
/// <param name="Slope">Of the least-squares line through (x, y).</param>
internal readonly record struct LinearFit(double Correlation, double Slope)
{
    /// <summary>The fit of pairs (x, y); NaN where one of them never changes.</summary>
    public static LinearFit Of(IReadOnlyList<(double X, double Y)> pairs)
    {
        double meanX = pairs.Average(pair => pair.X), meanY = pairs.Average(pair => pair.Y);
        double xx = pairs.Sum(pair => (pair.X - meanX) * (pair.X - meanX)), yy = pairs.Sum(pair => (pair.Y - meanY) * (pair.Y - meanY));
        double xy = pairs.Sum(pair => (pair.X - meanX) * (pair.Y - meanY));
        return new LinearFit(xy / Math.Sqrt(xx * yy), xy / xx);
    }
}
