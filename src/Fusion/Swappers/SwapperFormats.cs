using System.Numerics;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers;

/// <summary>How swapping networks want their pixels.</summary>
internal static class SwapperFormats
{
    /// <summary>RGB, −1 to 1: (v − 0.5)/0.5.</summary>
    public static TensorFormat Signed { get; } = TensorFormat.Normalised(ChannelOrder.Rgb, new Vector3(0.5f), new Vector3(0.5f));
}
