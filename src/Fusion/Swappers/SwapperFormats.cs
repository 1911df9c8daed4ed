using System.Numerics;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers;

/// <summary>How swapping networks want their pixels.</summary>
internal static class SwapperFormats
{
    /// <summary>RGB, −1 to 1: (v − 0.5)/0.5.</summary>
    public static TensorFormat Signed { get; } = TensorFormat.Normalised(ChannelOrder.Rgb, new Vector3(0.5f), new Vector3(0.5f));

    /// <summary>RGB less the mean of ImageNet's pictures over their deviation.</summary>
    public static TensorFormat ImageNet { get; } = TensorFormat.Normalised(
        ChannelOrder.Rgb, new Vector3(0.485f, 0.456f, 0.406f), new Vector3(0.229f, 0.224f, 0.225f));
}
