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
            Vector256<float> part = Vector256.Create(place - phase);
            float* low = table + (phase * span), high = low + span;
            Vector256<float> from = Vector256.Load(low);
            (from + ((Vector256.Load(high) - from) * part)).Store(weights);
            if (span <= Vector256<float>.Count)
                continue;
            Vector128<float> last = Vector128.Load(low + Vector256<float>.Count);
            (last + ((Vector128.Load(high + Vector256<float>.Count) - last) * part.GetLower())).Store(weights + Vector256<float>.Count);
        }
    }
}
