using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Soft edges.</summary>
public static unsafe class Feather
{
    private const int RowGrain = 16;

    /// <summary>
    /// 0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, t²(3 − 2t) between; a hard step at
    /// <paramref name="from"/> when both are the same. Not-a-number distances give 0.
    /// </summary>
    /// <param name="distance">Distances, in pixels.</param>
    /// <param name="from">Where it begins to rise; above <paramref name="to"/> the ramp falls instead.</param>
    /// <param name="to">Where it is whole.</param>
    /// <param name="destination">Same size; may be <paramref name="distance"/>.</param>
    public static void Smoothstep(Plane distance, float from, float to, Plane destination)
    {
        ArgumentNullException.ThrowIfNull(distance);
        BufferShape.RequireSize(destination, distance.Width, distance.Height);
        Executor.For(0, distance.Height, RowGrain, new Body(distance.Pointer, from, to, destination.Pointer, distance.Width));
    }

    /// <summary>The value of one distance.</summary>
    /// <param name="distance">Distance.</param>
    /// <param name="from">Where it begins to rise.</param>
    /// <param name="to">Where it is whole.</param>
    public static float Smoothstep(float distance, float from, float to)
    {
        if (from == to)
            return distance >= from ? 1 : 0;

        float t = (distance - from) / (to - from);
        t = t > 0 ? MathF.Min(t, 1) : 0;
        return t * t * (3 - (2 * t));
    }

    private readonly struct Body(float* distance, float from, float to, float* destination, int width) : IRangeBody
    {
        public void Run(int first, int end)
        {
            nint i = (nint)first * width, last = (nint)end * width;
            for (; from != to && i <= last - Vector256<float>.Count; i += Vector256<float>.Count)
                Ramp(Vector256.Load(distance + i)).Store(destination + i);
            for (; i < last; i++)
                destination[i] = Smoothstep(distance[i], from, to);
        }

        // The same operations on eight.
        private Vector256<float> Ramp(Vector256<float> distances)
        {
            Vector256<float> t = (distances - Vector256.Create(from)) / Vector256.Create(to - from);
            t = Vector256.MinNative(t, Vector256<float>.One) & Vector256.GreaterThan(t, Vector256<float>.Zero);
            return t * t * (Vector256.Create(3f) - (t + t));
        }
    }
}
