using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Three curves by their values at evenly spaced levels, straight between them: a one-dimensional LUT a channel.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LevelTable
{
    /// <summary>Where the levels begin, for red.</summary>
    public float LowR;

    /// <summary>For green.</summary>
    public float LowG;

    /// <summary>For blue.</summary>
    public float LowB;

    /// <summary>Where the levels end, for red.</summary>
    public float HighR;

    /// <summary>For green.</summary>
    public float HighG;

    /// <summary>For blue.</summary>
    public float HighB;

    /// <summary>Steps between the first value and the last; a channel has one value more.</summary>
    public int Steps;

    /// <summary>What a pixel becomes; below the first and above the last level the curves go on with slope 1. Alpha is passed on.</summary>
    /// <typeparam name="TValues">Where the values lie.</typeparam>
    /// <param name="values">Red's, then green's, then blue's.</param>
    /// <param name="pixel">The pixel, finite.</param>
    public readonly Rgba Evaluate<TValues>(TValues values, Rgba pixel)
        where TValues : struct, IValues => new(
            Map(values, 0, pixel.R, LowR, HighR),
            Map(values, Steps + 1, pixel.G, LowG, HighG),
            Map(values, 2L * (Steps + 1), pixel.B, LowB, HighB),
            pixel.A);

    private readonly float Map<TValues>(TValues values, long first, float value, float low, float high)
        where TValues : struct, IValues
    {
        float place = (value - low) * (Steps / (high - low));
        float held = ScalarMath.Min(ScalarMath.Max(place, 0), Steps);
        int level = ScalarMath.Clamp((int)held, 0, Steps - 1);
        float inside = held - level;
        float from = values.Load(first + level);
        return from + ((values.Load(first + level + 1) - from) * inside) + ((place - held) * ((high - low) / Steps));
    }
}
