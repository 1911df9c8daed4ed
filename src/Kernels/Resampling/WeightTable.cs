using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// The normalised weights of a stretched kernel at many places between two cells, and by straight lines between those:
/// within 1e-6 of what <see cref="FootprintAxis"/> computes. Owns nothing.
/// </summary>
/// <param name="first">The weights of the first place; those of a place lie together, and four more floats behind the last.</param>
/// <param name="phases">Places to a cell.</param>
/// <param name="room">Weights of a place: 6, 8 or 12.</param>
internal readonly unsafe struct WeightTable(float* first, int phases, int room)
{
    /// <summary>Computes the weights of a run: twelve floats along x, then twelve along y for each pixel; what lies after the last of them doesn't count.</summary>
    /// <param name="x">The weights along x.</param>
    /// <param name="y">Those along y.</param>
    /// <param name="run">The run.</param>
    /// <param name="count">Its pixels.</param>
    /// <param name="weights">Room for them.</param>
    public static void Weigh(WeightTable x, WeightTable y, TapRun* run, int count, float* weights)
    {
        x.Copy(run->PastX, count, weights);
        y.Copy(run->PastY, count, weights + FootprintAxis.MostTaps);
    }

    private void Copy(float* past, int count, float* weights)
    {
        float* table = first;
        nint span = room;
        float places = phases;
        for (int i = 0; i < count; i++, weights += TapRun.MostWeights)
        {
            float place = past[i] * places;
            int phase = float.ConvertToIntegerNative<int>(place);
            Vector128<float> part = Vector128.Create(place - phase);
            float* low = table + (phase * span), high = low + span;
            for (nint k = 0; k < span; k += 4)
            {
                Vector128<float> from = Vector128.Load(low + k);
                (from + ((Vector128.Load(high + k) - from) * part)).Store(weights + k);
            }
        }
    }
}
