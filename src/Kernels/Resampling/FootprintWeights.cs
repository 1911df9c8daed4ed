using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Owns the memory of a <see cref="WeightTable"/>.</summary>
internal readonly unsafe struct FootprintWeights : IDisposable
{
    private readonly Scratch _memory;

    /// <summary>Computes the weights of an axis.</summary>
    public FootprintWeights(in FootprintAxis axis)
    {
        // A kernel of twelve taps is stretched at least twice, and bends that much less from one place to the next.
        int room = axis.Taps > 8 ? FootprintAxis.MostTaps : 8, phases = axis.Taps > 8 ? 512 : 1024;

        // One more than there are: in single precision a place may be the next cell's already.
        int places = phases + 2;
        _memory = Scratch.Of<float>(places * room);
        new Span<float>(_memory.Floats, places * room).Clear();
        for (int phase = 0; phase < places; phase++)
            axis.Weights(phase / (double)phases, _memory.Floats + (phase * room));
        Table = new WeightTable(_memory.Floats, phases, room);
    }

    /// <summary>The weights; valid until this is disposed of.</summary>
    public WeightTable Table { get; }

    public void Dispose() => _memory.Dispose();
}
