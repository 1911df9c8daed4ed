using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>The largest difference between what a card and what the processor computes.</summary>
/// <param name="Error">As a share of the largest value, at least 1.</param>
/// <param name="Name">Where it was found.</param>
internal readonly record struct Difference(double Error, string Name)
{
    /// <summary>No difference.</summary>
    public static Difference None => new(0, "nothing");

    /// <summary>The larger one of two.</summary>
    public static Difference Max(Difference a, Difference b) => a.Error >= b.Error ? a : b;

    /// <summary>Floats against floats.</summary>
    public static Difference Of(string name, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        Of(name, expected, actual, SampleFormat.Float32);

    /// <summary>
    /// Stored samples against what they would be as floats: what is beyond half a step of the format is counted. Both may be
    /// infinite or no number where the other is.
    /// </summary>
    public static Difference Of(string name, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, SampleFormat format)
    {
        double largest = 1, worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i].Equals(actual[i]))
                continue;
            double wanted = format is SampleFormat.UInt8 or SampleFormat.UInt16 ? Math.Clamp(expected[i], 0, 1) : expected[i];
            largest = Math.Max(largest, Math.Abs(wanted));
            double step = format switch
            {
                SampleFormat.UInt8 => 1 / 255.0,
                SampleFormat.UInt16 => 1 / 65535.0,
                SampleFormat.Float16 => Math.Max(Math.Pow(2, Math.Floor(Math.Log2(Math.Max(Math.Abs(wanted), 1e-9))) - 10), Math.Pow(2, -24)),
                _ => 0,
            };
            double error = Math.Abs(wanted - actual[i]) - (step / 2);
            worst = double.IsNaN(error) ? double.PositiveInfinity : Math.Max(worst, error);
        }

        return new Difference(worst / largest, name);
    }

    /// <summary>Pixels against pixels.</summary>
    public static Difference Of(string name, ReadOnlySpan<Vector4> expected, ReadOnlySpan<Vector4> actual) =>
        Of(name, MemoryMarshal.Cast<Vector4, float>(expected), MemoryMarshal.Cast<Vector4, float>(actual));
}
