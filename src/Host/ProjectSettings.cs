using FaceFusion.Host.Clips;

namespace FaceFusion.Host;

/// <summary>Where an instance lives: its project's raster and time. Lengths are canonical (square-pixel) coordinates.</summary>
public sealed record ProjectSettings
{
    /// <summary>Width of the project.</summary>
    public double Width { get; init; } = 1920;

    /// <summary>Height of the project.</summary>
    public double Height { get; init; } = 1080;

    /// <summary>Left edge of the project.</summary>
    public double OffsetX { get; init; }

    /// <summary>Bottom edge of the project.</summary>
    public double OffsetY { get; init; }

    /// <summary>Width of a pixel over its height.</summary>
    public double PixelAspectRatio { get; init; } = 1;

    /// <summary>Frames per second.</summary>
    public double FrameRate { get; init; } = 24;

    /// <summary>First frame of the project.</summary>
    public double FirstFrame { get; init; } = 1;

    /// <summary>Last frame of the project, inclusive.</summary>
    public double LastFrame { get; init; } = 1;

    /// <summary>Whether a user works on the instance.</summary>
    public bool Interactive { get; init; }

    /// <summary>The depth that is proposed for outputs, where clips may differ in depth; that of the deepest input when absent.</summary>
    public BitDepth? OutputDepth { get; init; }
}
