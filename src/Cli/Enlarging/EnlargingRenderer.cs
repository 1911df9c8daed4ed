using System.Runtime.CompilerServices;
using FaceFusion.Cli.Rendering;
using FaceFusion.Fusion.Enlarging;
using FaceFusion.Fusion.Frames;
using FaceFusion.Inference;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Cli.Enlarging;

/// <summary>Enlarges frames by a network.</summary>
/// <param name="enlarger">The network.</param>
/// <param name="share">How much of its picture is taken, 0 to 1.</param>
/// <param name="space">What the frames' numbers mean.</param>
/// <param name="pixelAspect">A pixel's width over its height.</param>
internal sealed class EnlargingRenderer(FrameEnlarger enlarger, float share, NetworkSpace space, double pixelAspect) : IFrameRenderer
{
    /// <inheritdoc/>
    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        try
        {
            enlarger.Enlarge(new FrameView(View(source), space, source.Alpha == AlphaMode.Premultiplied, pixelAspect), share, View(output));
        }
        catch (ModelException failure)
        {
            throw new CliException(failure.Message, ExitCode.Failed, failure);
        }
    }

    // A picture's memory stays where it is.
    private static unsafe PixelView View(FrameBuffer picture)
    {
        SampleFormat format = picture.Depth switch
        {
            PixelDepth.Byte => SampleFormat.UInt8,
            PixelDepth.Short => SampleFormat.UInt16,
            _ => SampleFormat.Float32,
        };
        Span<byte> row = picture.Row(0);
        return new PixelView((nint)Unsafe.AsPointer(ref row[0]), row.Length, picture.Width, picture.Height, format, PixelLayout.Rgba);
    }
}
