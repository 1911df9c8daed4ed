namespace FaceFusion.Kernels.Resampling;

/// <summary>The order of a tensor's colour planes.</summary>
public enum ChannelOrder
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red.</summary>
    Bgr,
}
