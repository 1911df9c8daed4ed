using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A pixel of four floats: 16 bytes, which a device moves at once. Straight or premultiplied, host's or working space's as said where it is used.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Rgba(float r, float g, float b, float a)
{
    /// <summary>Red.</summary>
    public float R = r;

    /// <summary>Green.</summary>
    public float G = g;

    /// <summary>Blue.</summary>
    public float B = b;

    /// <summary>Alpha.</summary>
    public float A = a;

    /// <summary>The sum, channel by channel.</summary>
    /// <param name="other">What is added.</param>
    public readonly Rgba Plus(Rgba other) => new(R + other.R, G + other.G, B + other.B, A + other.A);

    /// <summary>The difference, channel by channel.</summary>
    /// <param name="other">What is taken off.</param>
    public readonly Rgba Minus(Rgba other) => new(R - other.R, G - other.G, B - other.B, A - other.A);

    /// <summary>The product of every channel and a factor.</summary>
    /// <param name="factor">The factor.</param>
    public readonly Rgba Times(float factor) => new(R * factor, G * factor, B * factor, A * factor);
}
