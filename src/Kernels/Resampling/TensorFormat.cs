using System.Numerics;
using System.Runtime.CompilerServices;

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

    /// <summary>The working-space colour that a network's values stand for; clamped where the format clamps.</summary>
    /// <param name="values">The values of the first, second and third plane.</param>
    internal Vector3 Undo(Vector3 values)
    {
        Vector3 ordered = (values - Offset) / Scale;
        return InOrder(ClampToUnit ? Vector3.Clamp(ordered, Vector3.Zero, Vector3.One) : ordered);
    }

    private Vector3 InOrder(Vector3 colour) => Order == ChannelOrder.Bgr ? new Vector3(colour.Z, colour.Y, colour.X) : colour;
}
