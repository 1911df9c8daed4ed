using FaceFusion.Fusion.Geometry;

namespace FaceFusion.Fusion.Swap;

/// <summary>The unit of every width in a swap: the distance between the target's eyes.</summary>
internal readonly struct SwapScale
{
    public SwapScale(HeadPose pose, double pixelAspect)
    {
        InterOcular = pose.InterOcular;
        Pixels = (float)(pose.InterOcular / Math.Sqrt(pixelAspect));
    }

    /// <summary>The distance in square pixels.</summary>
    public double InterOcular { get; }

    /// <summary>The distance in raster pixels; on an anamorphic raster the mean of its two directions.</summary>
    public float Pixels { get; }
}
