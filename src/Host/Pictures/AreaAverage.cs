namespace FaceFusion.Host.Pictures;

/// <summary>Resamples one direction of a picture: a target pixel is the mean of the source pixels that it covers.</summary>
/// <param name="source">Pixels of the source.</param>
/// <param name="target">Pixels of the target.</param>
internal readonly struct AreaAverage(int source, int target)
{
    /// <summary>The mean of the source rows that a target row covers.</summary>
    public void Rows(Picture picture, int y, Span<float> mean)
    {
        mean.Clear();
        (int first, int last) = Covered(y);
        for (int i = first; i <= last; i++)
        {
            float weight = Weight(i, y);
            ReadOnlySpan<float> row = picture.Row(i);
            for (int x = 0; x < mean.Length; x++)
                mean[x] += weight * row[x];
        }
    }

    /// <summary>The target pixels of a row of RGBA pixels.</summary>
    public void Pixels(ReadOnlySpan<float> row, Span<float> pixels)
    {
        pixels.Clear();
        for (int x = 0; x < target; x++)
        {
            (int first, int last) = Covered(x);
            for (int i = first; i <= last; i++)
            {
                float weight = Weight(i, x);
                for (int channel = 0; channel < 4; channel++)
                    pixels[(x * 4) + channel] += weight * row[(i * 4) + channel];
            }
        }
    }

    private (int First, int Last) Covered(int pixel)
    {
        double step = (double)source / target;
        int first = (int)Math.Floor(pixel * step), last = (int)Math.Ceiling((pixel + 1) * step) - 1;
        return (Math.Clamp(first, 0, source - 1), Math.Clamp(last, 0, source - 1));
    }

    private float Weight(int sourcePixel, int pixel)
    {
        double step = (double)source / target;
        double from = Math.Max(sourcePixel, pixel * step), to = Math.Min(sourcePixel + 1, (pixel + 1) * step);
        return (float)(Math.Max(0, to - from) / step);
    }
}
