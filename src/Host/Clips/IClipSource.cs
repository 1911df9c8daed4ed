using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>Where the images of an input clip come from. Called from any thread, several at a time.</summary>
public interface IClipSource
{
    /// <summary>What the source delivers by nature.</summary>
    ClipFormat Format { get; }

    /// <summary>The region that has pixels at a time, in canonical coordinates.</summary>
    OfxRectD RegionOfDefinition(double time);

    /// <summary>
    /// An image, in the depth and components asked for; null when there is none at that time. The source keeps it; it
    /// must stay as it is until it comes back through <see cref="Release"/>.
    /// </summary>
    HostImage? GetImage(in ClipImageRequest request);

    /// <summary>Takes an image back; called once for every image got. By default nothing is done.</summary>
    void Release(HostImage image)
    {
    }
}
