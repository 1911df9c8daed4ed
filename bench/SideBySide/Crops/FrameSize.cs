namespace FaceFusion.SideBySide.Crops;

/// <summary>A frame's size and what it is called.</summary>
internal sealed record FrameSize(string Name, int Width, int Height)
{
    public static FrameSize Small => new("720p", 1280, 720);

    public static FrameSize Hd => new("1080p", 1920, 1080);

    public static FrameSize Uhd => new("4K", 3840, 2160);
}
