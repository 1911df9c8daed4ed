using System.Numerics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Tests.Support;

/// <summary>How a host's rows lie in memory.</summary>
public enum RowOrder
{
    TopDown,
    Padded,
    BottomUp,
    BottomUpPadded,
}

/// <summary>A host's image between guard pages, and slow, plain access to its pixels.</summary>
internal sealed unsafe class HostImage : IDisposable
{
    private const int Padding = 20;

    private readonly GuardedMemory _memory;
    private readonly int _bytes;

    public HostImage(
        int width, int height, SampleFormat format, PixelLayout layout, RowOrder order = RowOrder.TopDown, bool atEnd = true)
    {
        int samples = layout switch { PixelLayout.Alpha => 1, PixelLayout.Rgb => 3, _ => 4 };
        int bytesPerSample = format switch { SampleFormat.UInt8 => 1, SampleFormat.Float32 => 4, _ => 2 };
        int used = width * samples * bytesPerSample;
        int stride = used + (order is RowOrder.Padded or RowOrder.BottomUpPadded ? Padding : 0);
        _bytes = (stride * (height - 1)) + used;
        _memory = new GuardedMemory(_bytes, atEnd);
        bool bottomUp = order is RowOrder.BottomUp or RowOrder.BottomUpPadded;
        View = new PixelView(
            bottomUp ? _memory.Start + ((nint)stride * (height - 1)) : _memory.Start,
            bottomUp ? -stride : stride, width, height, format, layout);
    }

    public PixelView View { get; }

    public Span<byte> Bytes => new((void*)_memory.Start, _bytes);

    public static IEnumerable<(SampleFormat Format, PixelLayout Layout)> AllKinds() =>
        from format in Enum.GetValues<SampleFormat>() from layout in Enum.GetValues<PixelLayout>() select (format, layout);

    /// <summary>A random image of plausible values: alpha in [0, 1], float colours up to <paramref name="most"/>.</summary>
    public HostImage Randomise(int seed, double most = 1, bool opaque = false)
    {
        var random = new Random(seed);
        random.NextBytes(Bytes);
        if (View.Format is SampleFormat.Float16 or SampleFormat.Float32 || opaque)
        {
            for (int y = 0; y < View.Height; y++)
            {
                for (int x = 0; x < View.Width; x++)
                {
                    for (int c = 0; c < View.Channels; c++)
                    {
                        bool isAlpha = c == 3;
                        double value = random.NextDouble() * (isAlpha ? 1 : most);
                        SetSample(x, y, c, isAlpha && opaque ? 1 : value);
                    }
                }
            }
        }

        return this;
    }

    /// <summary>One stored channel as a number: integers over their full scale.</summary>
    public double Sample(int x, int y, int channel)
    {
        nint address = Address(x, y, channel);
        return View.Format switch
        {
            SampleFormat.UInt8 => *(byte*)address / 255.0,
            SampleFormat.UInt16 => *(ushort*)address / 65535.0,
            SampleFormat.Float16 => (double)*(Half*)address,
            _ => *(float*)address,
        };
    }

    public void SetSample(int x, int y, int channel, double value)
    {
        nint address = Address(x, y, channel);
        switch (View.Format)
        {
            case SampleFormat.UInt8:
                *(byte*)address = (byte)Math.Clamp(Math.Round(value * 255), 0, 255);
                break;
            case SampleFormat.UInt16:
                *(ushort*)address = (ushort)Math.Clamp(Math.Round(value * 65535), 0, 65535);
                break;
            case SampleFormat.Float16:
                *(Half*)address = (Half)value;
                break;
            default:
                *(float*)address = (float)value;
                break;
        }
    }

    /// <summary>Red, green, blue and alpha, with the meaning the layouts' documentation gives them.</summary>
    public (double R, double G, double B, double A) Rgba(int x, int y) => View.Layout switch
    {
        PixelLayout.Rgba => (Sample(x, y, 0), Sample(x, y, 1), Sample(x, y, 2), Sample(x, y, 3)),
        PixelLayout.Bgra => (Sample(x, y, 2), Sample(x, y, 1), Sample(x, y, 0), Sample(x, y, 3)),
        PixelLayout.Rgb => (Sample(x, y, 0), Sample(x, y, 1), Sample(x, y, 2), 1),
        _ => (Sample(x, y, 0), Sample(x, y, 0), Sample(x, y, 0), Sample(x, y, 0)),
    };

    /// <summary>The same, as floats.</summary>
    public Vector4 Vector(int x, int y)
    {
        (double r, double g, double b, double a) = Rgba(x, y);
        return new Vector4((float)r, (float)g, (float)b, (float)a);
    }

    public void Dispose() => _memory.Dispose();

    private nint Address(int x, int y, int channel) =>
        View.RowAddress(y) + (x * View.BytesPerPixel) + (channel * View.BytesPerSample);
}
