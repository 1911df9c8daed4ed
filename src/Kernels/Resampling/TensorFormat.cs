using System.Numerics;

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

    /// <summary>The format of a network that was trained on (v − mean)/deviation, both in [0, 1] terms.</summary>
    /// <param name="order">The order of the planes, and of the two vectors.</param>
    /// <param name="mean">Means.</param>
    /// <param name="deviation">Standard deviations, not 0.</param>
    public static TensorFormat Normalised(ChannelOrder order, Vector3 mean, Vector3 deviation) =>
        new(order, Vector3.One / deviation, -mean / deviation, true);
}
