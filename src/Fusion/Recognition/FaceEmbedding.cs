namespace FaceFusion.Fusion.Recognition;

/// <summary>Who a face is, as a unit vector; faces of one person point the same way.</summary>
public sealed class FaceEmbedding
{
    private readonly float[] _values;

    /// <summary>Normalises a network's output to unit length.</summary>
    /// <param name="raw">The output; finite, not all zero.</param>
    /// <param name="scale">What cosines of that network mean; null stands for <see cref="LikenessScale.MobileFaceNet"/>.</param>
    /// <exception cref="ArgumentException">The values have no direction.</exception>
    public FaceEmbedding(ReadOnlySpan<float> raw, LikenessScale? scale = null)
    {
        Scale = scale ?? LikenessScale.MobileFaceNet;
        double square = 0;
        foreach (float value in raw)
            square += (double)value * value;
        if (!(square > 0) || !double.IsFinite(square))
            throw new ArgumentException("An embedding needs finite values that are not all zero.", nameof(raw));
        double toUnit = 1 / Math.Sqrt(square);
        _values = new float[raw.Length];
        for (int i = 0; i < raw.Length; i++)
            _values[i] = (float)(raw[i] * toUnit);
    }

    /// <summary>What its cosines to others of its network mean.</summary>
    public LikenessScale Scale { get; }

    /// <summary>The unit vector's entries.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>How unlike another face of the same network is, 0 to 1, by this one's <see cref="Scale"/>.</summary>
    /// <param name="other">Another embedding.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public double Distance(FaceEmbedding other) => Scale.Distance(Cosine(other));

    /// <summary>The cosine of the angle to another embedding of the same network, −1 to 1; 1 is the same face.</summary>
    /// <param name="other">Another embedding.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public double Cosine(FaceEmbedding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._values.Length != _values.Length)
            throw new ArgumentException($"Embeddings of {_values.Length} and {other._values.Length} values cannot be compared.", nameof(other));
        double dot = 0;
        for (int i = 0; i < _values.Length; i++)
            dot += (double)_values[i] * other._values[i];
        return Math.Clamp(dot, -1, 1);
    }
}
