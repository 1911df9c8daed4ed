using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Quality;

/// <summary>A frame with a swapped face pasted into it, in memory of its own.</summary>
internal sealed class RenderedFrame : IDisposable
{
    private readonly byte[] _pixels;

    private RenderedFrame(byte[] pixels, FrameView frame)
    {
        _pixels = pixels;
        Frame = frame;
    }

    public FrameView Frame { get; }

    public static unsafe RenderedFrame Paste(in FrameView source, SwappedFace swapped)
    {
        int rowBytes = source.Width * source.Pixels.BytesPerPixel;
        byte[] pixels = GC.AllocateUninitializedArray<byte>(rowBytes * source.Height, pinned: true);
        fixed (byte* start = pixels)
        {
            PixelView view = new((nint)start, rowBytes, source.Width, source.Height, source.Pixels.Format, source.Pixels.Layout);
            ResidualPaste.Composite(source.Pixels, view, view.Bounds, swapped.Residual(), source.Premultiplied);
            return new RenderedFrame(pixels, source with { Pixels = view });
        }
    }

    // The pinned array must outlive every view of it.
    public void Dispose() => GC.KeepAlive(_pixels);
}
