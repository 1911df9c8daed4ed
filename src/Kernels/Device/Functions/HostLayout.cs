using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>How a host's image lies in memory, as kernels are told: 32 bytes without a gap.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct HostLayout
{
    /// <summary>Samples from one row to the next below it; negative in bottom-up memory.</summary>
    public long RowSamples;

    /// <summary>Columns.</summary>
    public int Width;

    /// <summary>Rows.</summary>
    public int Height;

    /// <summary>A <see cref="Pixels.PixelLayout"/>.</summary>
    public int Order;

    /// <summary>Samples of a pixel: 1, 3 or 4.</summary>
    public int Channels;

    /// <summary>1 where colours are multiplied by an alpha that is there, else 0.</summary>
    public int IsPremultiplied;

    /// <summary>1 where samples are integers, which are always finite, else 0.</summary>
    public int IsInteger;
}
