using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// How a network wants its pixels: per channel, in the tensor's channel order, value = v·Scale + Offset with v in the
/// working space.
/// </summary>
/// <param name="Order">The order of the planes.</param>
/// <param name="Scale">Factors of the first, second and third plane.</param>
/// <param name="Offset">Added to the first, second and third plane.</param>
/// <param name="ClampToUnit">Whether v is clamped to [0, 1] first.</param>
public readonly record struct TensorFormat(ChannelOrder Order, Vector3 Scale, Vector3 Offset, bool ClampToUnit)
{
    /// <summary>Red, green, blue in [0, 1].</summary>
    public static TensorFormat UnitRgb => new(ChannelOrder.Rgb, Vector3.One, Vector3.Zero, true);

    /// <summary>Red, green, blue less the mean of ImageNet's pictures over their deviation.</summary>
    public static TensorFormat ImageNet { get; } = Normalised(
        ChannelOrder.Rgb, new Vector3(0.485f, 0.456f, 0.406f), new Vector3(0.229f, 0.224f, 0.225f));

    /// <summary>The format of a network that was trained on (v − mean)/deviation, both in [0, 1] terms.</summary>
    /// <param name="order">The order of the planes, and of the two vectors.</param>
    /// <param name="mean">Means.</param>
    /// <param name="deviation">Standard deviations, not 0.</param>
    public static TensorFormat Normalised(ChannelOrder order, Vector3 mean, Vector3 deviation) =>
        new(order, Vector3.One / deviation, -mean / deviation, true);

    /// <summary>A working-space colour as the network wants it.</summary>
    /// <param name="colour">Red, green, blue.</param>
    /// <returns>The values of the first, second and third plane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector3 Apply(Vector3 colour)
    {
        Vector3 ordered = InOrder(colour);
        if (ClampToUnit)
            ordered = Vector3.Clamp(ordered, Vector3.Zero, Vector3.One);
        return (ordered * Scale) + Offset;
    }

    /// <summary>Writes working-space pixels as the network wants them, a channel to a plane: <see cref="Apply"/>'s bits.</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="count">How many.</param>
    /// <param name="first">Where the first one's value goes in the first plane.</param>
    /// <param name="plane">Floats from a plane to the next.</param>
    internal unsafe void Store(Vector4* pixels, int count, float* first, nint plane)
    {
        bool isTurned = Order == ChannelOrder.Bgr, clamps = ClampToUnit;
        Vector3 scale = Scale, offset = Offset;
        int i = 0;
        for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            // Four pixels of four channels become four channels of four pixels, twice; alpha isn't wanted.
            Vector256<float> a = Pair(pixels + i), b = Pair(pixels + i + 1), c = Pair(pixels + i + 2), d = Pair(pixels + i + 3);
            Vector256<float> low = Interleave(a, c, upper: false), low2 = Interleave(b, d, upper: false);
            Vector256<float> red = Interleave(low, low2, upper: false), green = Interleave(low, low2, upper: true);
            Vector256<float> blue = Interleave(Interleave(a, c, upper: true), Interleave(b, d, upper: true), upper: false);
            Put(isTurned ? blue : red, scale.X, offset.X, first + i);
            Put(green, scale.Y, offset.Y, first + plane + i);
            Put(isTurned ? red : blue, scale.Z, offset.Z, first + (2 * plane) + i);
        }

        for (; i < count; i++)
        {
            Vector3 values = Apply(pixels[i].AsVector3());
            first[i] = values.X;
            first[plane + i] = values.Y;
            first[(2 * plane) + i] = values.Z;
        }

        void Put(Vector256<float> values, float factor, float added, float* target)
        {
            if (clamps)
                values = Vector256.Min(Vector256.Max(values, Vector256<float>.Zero), Vector256<float>.One);
            ((values * factor) + Vector256.Create(added)).Store(target);
        }
    }

    // A pixel and the fourth after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> Pair(Vector4* pixel) => Vector256.Create(pixel[0].AsVector128(), pixel[4].AsVector128());

    // In both halves a0 b0 a1 b1, or a2 b2 a3 b3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Interleave(Vector256<float> a, Vector256<float> b, bool upper)
    {
        if (Avx.IsSupported)
            return upper ? Avx.UnpackHigh(a, b) : Avx.UnpackLow(a, b);
        int from = upper ? 2 : 0;
        return Vector256.Create(a[from], b[from], a[from + 1], b[from + 1], a[from + 4], b[from + 4], a[from + 5], b[from + 5]);
    }

    /// <summary>The working-space colour that a network's values stand for; clamped where the format clamps.</summary>
    /// <param name="values">The values of the first, second and third plane.</param>
    internal Vector3 Undo(Vector3 values)
    {
        Vector3 ordered = (values - Offset) / Scale;
        return InOrder(ClampToUnit ? Vector3.Clamp(ordered, Vector3.Zero, Vector3.One) : ordered);
    }

    private Vector3 InOrder(Vector3 colour) => Order == ChannelOrder.Bgr ? new Vector3(colour.Z, colour.Y, colour.X) : colour;
}
