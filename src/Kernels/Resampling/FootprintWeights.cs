using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// The normalised weights of a stretched kernel at many places between two cells, and by straight lines between those:
/// within 1e-6 of what <see cref="FootprintAxis"/> computes.
/// </summary>
internal readonly unsafe struct FootprintWeights : IDisposable
{
    private readonly Scratch _memory;

    /// <summary>Computes the weights of an axis.</summary>
    public FootprintWeights(in FootprintAxis axis)
    {
        Taps = TapSums.Columns(axis.Taps);

        // A kernel of twelve taps is stretched at least twice, and bends that much less from one place to the next.
        Phases = Taps > 8 ? 512 : 1024;

        // One more than there are: in single precision a place may be the next cell's already.
        int places = Phases + 2;
        _memory = Scratch.Of<float>(places * Taps);
        new Span<float>(_memory.Floats, places * Taps).Clear();
        for (int phase = 0; phase < places; phase++)
            axis.Weights(phase / (double)Phases, _memory.Floats + (phase * Taps));
    }

    /// <summary>Weights of a place, 8 or 12; the last ones may be 0.</summary>
    public int Taps { get; }

    /// <summary>Places between two cells.</summary>
    public int Phases { get; }

    /// <summary>The weights of all places, from that before the first cell on, and of two more: <see cref="Taps"/> each.</summary>
    public ReadOnlySpan<float> Values => new(_memory.Floats, (Phases + 2) * Taps);

    /// <summary>Copies the weights of a place.</summary>
    /// <param name="past">As <see cref="FootprintAxis.FirstTap"/> tells it.</param>
    /// <param name="weights">Room for <see cref="Taps"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(float past, float* weights)
    {
        float place = past * Phases;
        int phase = float.ConvertToIntegerNative<int>(place);
        Vector128<float> part = Vector128.Create(place - phase);
        float* low = _memory.Floats + (phase * Taps);
        float* high = low + Taps;
        for (int i = 0; i < Taps; i += 4)
        {
            Vector128<float> from = Vector128.Load(low + i);
            (from + ((Vector128.Load(high + i) - from) * part)).Store(weights + i);
        }
    }

    public void Dispose() => _memory.Dispose();
}
