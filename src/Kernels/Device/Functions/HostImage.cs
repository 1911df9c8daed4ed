namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A host's image, in the host's own values.</summary>
/// <typeparam name="TSamples">Where the samples lie.</typeparam>
/// <param name="samples">The samples.</param>
/// <param name="layout">How they lie.</param>
public readonly struct HostImage<TSamples>(TSamples samples, HostLayout layout) : IPixelSource
    where TSamples : struct, ISamples
{
    private const int Rgb = 1, OneChannel = 2, Bgra = 3;

    private readonly TSamples _samples = samples;
    private readonly HostLayout _layout = layout;

    /// <inheritdoc/>
    public int Width => _layout.Width;

    /// <inheritdoc/>
    public int Height => _layout.Height;

    /// <summary>The host's own values, finite.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public Rgba Load(int x, int y)
    {
        Rgba pixel = LoadBits(x, y);
        return _layout.IsInteger == 1 ? pixel : ColourTransform.Finite(pixel);
    }

    /// <summary>The host's own values as they are.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public Rgba LoadBits(int x, int y)
    {
        long at = Index(x, y);
        if (_layout.Order == OneChannel)
        {
            float value = _samples.Load(at);
            return new Rgba(value, value, value, value);
        }

        float first = _samples.Load(at), second = _samples.Load(at + 1), third = _samples.Load(at + 2);
        if (_layout.Order == Rgb)
            return new Rgba(first, second, third, 1);
        float alpha = _samples.Load(at + 3);
        return _layout.Order == Bgra ? new Rgba(third, second, first, alpha) : new Rgba(first, second, third, alpha);
    }

    /// <summary>Stores a pixel.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="host">The host's own values.</param>
    public void Store(int x, int y, Rgba host)
    {
        long at = Index(x, y);
        if (_layout.Order == OneChannel)
        {
            _samples.Store(at, host.A);
            return;
        }

        _samples.Store(at, _layout.Order == Bgra ? host.B : host.R);
        _samples.Store(at + 1, host.G);
        _samples.Store(at + 2, _layout.Order == Bgra ? host.R : host.B);
        if (_layout.Order != Rgb)
            _samples.Store(at + 3, host.A);
    }

    /// <summary>
    /// Stores before + change where it changes: a channel keeps its bits whose change is exactly 0, or where it or the sum
    /// isn't finite.
    /// </summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="before">What the host's values are without the change.</param>
    /// <param name="change">What is added, in the host's terms.</param>
    public void Add(int x, int y, Rgba before, Rgba change)
    {
        if (_layout.Order == OneChannel)
            return;

        long at = Index(x, y);
        bool isTurned = _layout.Order == Bgra;
        AddSample(at + (isTurned ? 2 : 0), before.R, change.R);
        AddSample(at + 1, before.G, change.G);
        AddSample(at + (isTurned ? 0 : 2), before.B, change.B);
        if (_layout.Order != Rgb)
            AddSample(at + 3, before.A, change.A);
    }

    private void AddSample(long at, float before, float change)
    {
        float after = before + change;
        if (change != 0 && ScalarMath.IsFinite(before) && ScalarMath.IsFinite(after))
            _samples.Store(at, ScalarMath.Max(ScalarMath.Min(after, _samples.MostMagnitude), -_samples.MostMagnitude));
    }

    private long Index(int x, int y) => (y * _layout.RowSamples) + ((long)x * _layout.Channels);
}
