using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Owns the memory of a <see cref="WeightTable"/>.</summary>
internal readonly unsafe struct FootprintWeights : IDisposable
{
    // Weights are computed by four and read by eight: the last place's may reach so far beyond its end.
    private const int Spare = 4;

    private readonly Scratch _memory;

    /// <summary>Computes the weights of an axis.</summary>
    public FootprintWeights(in FootprintAxis axis)
    {
        Taps = TapSums.Columns(axis.Taps);

        // A kernel of twelve taps is stretched at least twice, and bends that much less from one place to the next.
        Phases = Taps > 8 ? 512 : 1024;

        // One more than there are: in single precision a place may be the next cell's already.
        int places = Phases + 2, length = (places * Taps) + Spare;
        _memory = Scratch.Of<float>(length);
        new Span<float>(_memory.Floats, length).Clear();
        for (int phase = 0; phase < places; phase++)
            axis.Weights(phase / (double)Phases, _memory.Floats + (phase * Taps));
    }

    /// <summary>Weights of a place, 6, 8 or 12; the last ones may be 0.</summary>
    public int Taps { get; }

    /// <summary>Places between two cells.</summary>
    public int Phases { get; }

    /// <summary>The weights of all places, from that before the first cell on, and of two more: <see cref="Taps"/> each.</summary>
    public ReadOnlySpan<float> Values => new(_memory.Floats, (Phases + 2) * Taps);

    /// <summary>The weights; valid until this is disposed of.</summary>
    public WeightTable Table => new(_memory.Floats, Phases, Taps);

    public void Dispose() => _memory.Dispose();
}
