namespace FaceFusion.Kernels.Pixels;

/// <summary>How one channel of one pixel is stored. Integer formats map full scale to 1.0.</summary>
public enum SampleFormat
{
    /// <summary>8-bit unsigned, 255 = 1.0.</summary>
    UInt8,

    /// <summary>16-bit unsigned, 65535 = 1.0.</summary>
    UInt16,

    /// <summary>IEEE 754 binary16.</summary>
    Float16,

    /// <summary>IEEE 754 binary32.</summary>
    Float32,
}
