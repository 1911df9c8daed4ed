using System.Runtime.InteropServices;
using FaceFusion.Fusion.Stills;
using FaceFusion.Host.Clips;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Support;

/// <summary>A shot of two people, A and B, side by side or one alone; a letter a place, from the left, for every frame.</summary>
internal sealed class People : IClipSource, IDisposable
{
    public const int Side = 675;
    private static readonly OfxRectI Bounds = new() { x1 = -100, y1 = 40, x2 = -100 + 2 * Side, y2 = 40 + Side };

    private readonly List<HostImage> _frames = [];

    /// <param name="frames">Such as "AB" or " B"; the first is frame 1.</param>
    public People(params string[] frames)
    {
        using Still a = StillDecoder.Load(SharedMaterial.Require("pictures/london_neutral/022.jpg"));
        using Still b = StillDecoder.Load(SharedMaterial.Require("pictures/london_neutral/063.jpg"));
        foreach (string frame in frames)
        {
            HostImage image = new(Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
            for (int place = 0; place < frame.Length; place++)
            {
                if (frame[place] != ' ')
                    PixelCopy.Copy((frame[place] == 'A' ? a : b).View, View(image).Crop(new(place * Side, 0, (place + 1) * Side, Side)));
            }

            _frames.Add(image);
        }

        Format = new ClipFormat
        {
            Depth = BitDepth.Byte, Components = PixelComponents.Rgba, Premultiplication = Premultiplication.Opaque,
            FirstFrame = 1, LastFrame = frames.Length,
        };
    }

    /// <summary>The same shot as a proxy: every second pixel of every second row.</summary>
    public void Halve()
    {
        for (int i = 0; i < _frames.Count; i++)
        {
            using HostImage whole = _frames[i];
            OfxRectI bounds = new() { x1 = Bounds.x1 / 2, y1 = Bounds.y1 / 2, x2 = Bounds.x2 / 2, y2 = Bounds.y1 / 2 + Side / 2 };
            HostImage half = new(bounds, whole.Depth, whole.Components) { Premultiplication = whole.Premultiplication };
            for (int y = bounds.y1; y < bounds.y2; y++)
            {
                ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(whole.Row(2 * y));
                Span<uint> to = MemoryMarshal.Cast<byte, uint>(half.Row(y));
                for (int x = 0; x < to.Length; x++)
                    to[x] = from[2 * x];
            }

            _frames[i] = half;
        }
    }

    public ClipFormat Format { get; }

    public HostImage this[int frame] => _frames[frame - 1];

    /// <summary>The middle of a place, in canonical coordinates.</summary>
    public static OfxPointD Middle(int place) => new() { x = Bounds.x1 + (place + 0.5) * Side, y = Bounds.y1 + 0.5 * Side };

    public OfxRectD RegionOfDefinition(double time) => new() { x1 = Bounds.x1, y1 = Bounds.y1, x2 = Bounds.x2, y2 = Bounds.y2 };

    public HostImage? GetImage(in ClipImageRequest request) =>
        request.Time >= 1 && request.Time <= _frames.Count ? _frames[(int)request.Time - 1] : null;

    public void Dispose() => _frames.ForEach(frame => frame.Dispose());

    private static PixelView View(HostImage image) => new(
        image.Data + (image.Height - 1) * (nint)image.RowBytes, -image.RowBytes, image.Width, image.Height, SampleFormat.UInt8, PixelLayout.Rgba);
}
