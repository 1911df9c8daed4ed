using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests;

/// <summary>The C plug-in of <c>native/probe.c</c>, and pictures for it.</summary>
internal static class Probe
{
    public const string Identifier = "org.facefusion.test.HostProbe";

    public static string BundlePath { get; } = Path.Combine(AppContext.BaseDirectory, "HostProbe.ofx.bundle");

    public static OfxBundle Load(HostProfile? profile = null) => OfxBundle.Load(BundlePath, profile);

    /// <summary>An instance in the filter context whose source is a ramp.</summary>
    public static HostedInstance CreateInstance(OfxBundle bundle, HostImage source) =>
        bundle[Identifier].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter,
            new ProjectSettings { Width = source.Width, Height = source.Height, FirstFrame = 0, LastFrame = 100 },
            instance => instance.Clips["Source"].Bind(new StillClipSource(source, new ClipFormat { FirstFrame = 0, LastFrame = 100 })));

    public static OfxRectI Rectangle(int x1, int y1, int x2, int y2) => new() { x1 = x1, y1 = y1, x2 = x2, y2 = y2 };

    /// <summary>A float RGBA image whose every component differs.</summary>
    public static HostImage Ramp(OfxRectI bounds, RowOrder order = RowOrder.BottomUp, int rowPadding = 0)
    {
        var image = new HostImage(bounds, BitDepth.Float, PixelComponents.Rgba, order, rowPadding);
        for (int y = bounds.y1; y < bounds.y2; y++)
        {
            Span<float> row = image.Row<float>(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = (y * 1000) + i;
        }

        return image;
    }
}
