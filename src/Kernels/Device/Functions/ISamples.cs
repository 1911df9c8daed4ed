namespace FaceFusion.Kernels.Device.Functions;

/// <summary>The stored samples of a host's image, wherever they lie: behind a pointer or in a device's memory.</summary>
public interface ISamples
{
    /// <summary>The largest magnitude worth storing: 1 for integers, 65504 for binary16, the largest float for binary32.</summary>
    float MostMagnitude { get; }

    /// <summary>A sample; integers' full scale is 1.</summary>
    /// <param name="index">Samples from the top row's first one; negative above it in bottom-up memory.</param>
    float Load(long index);

    /// <summary>Stores a sample: integers round to nearest (ties to even) and clamp, NaN becomes 0 there.</summary>
    /// <param name="index">As <see cref="Load"/>'s.</param>
    /// <param name="value">The value.</param>
    void Store(long index, float value);
}
