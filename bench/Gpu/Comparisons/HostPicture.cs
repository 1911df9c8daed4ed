using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>A host's image made from a seed, in the processor's memory, and the same picture as floats.</summary>
internal sealed unsafe class HostPicture
{
    private const int Padding = 32;

    private readonly byte[] _bytes;
    private readonly int _first;

    /// <summary>Makes a picture of values in [0, 1]; one in four holds now and then what is no number, where its format can.</summary>
    public HostPicture(int seed, int width, int height, SampleFormat format, PixelLayout layout, bool bottomUp)
        : this(width, height, format, layout, bottomUp)
    {
        Random random = new(seed);
        for (int i = 0; i < width * height; i++)
        {
            for (int channel = 0; channel < View.Channels; channel++)
                SetSample(i % width, i / width, channel, channel == 3 && random.Next(5) > 0 ? 1 : Value(random, seed % 4 == 1));
        }
    }

    private HostPicture(int width, int height, SampleFormat format, PixelLayout layout, bool bottomUp)
    {
        int channels = layout switch { PixelLayout.Alpha => 1, PixelLayout.Rgb => 3, _ => 4 };
        int bytes = format switch { SampleFormat.UInt8 => 1, SampleFormat.Float32 => 4, _ => 2 };
        int stride = (width * channels * bytes) + Padding;
        _bytes = GC.AllocateArray<byte>(stride * height, pinned: true);
        _first = bottomUp ? stride * (height - 1) : 0;
        fixed (byte* memory = _bytes)
            View = new PixelView((nint)memory + _first, bottomUp ? -stride : stride, width, height, format, layout);
    }

    /// <summary>The image.</summary>
    public PixelView View { get; }

    /// <summary>A picture of the same values as floats.</summary>
    public HostPicture AsFloats()
    {
        HostPicture floats = new(View.Width, View.Height, SampleFormat.Float32, View.Layout, bottomUp: false);
        for (int i = 0; i < View.Width * View.Height * View.Channels; i++)
        {
            (int x, int y, int channel) = (i / View.Channels % View.Width, i / View.Channels / View.Width, i % View.Channels);
            floats.SetSample(x, y, channel, Sample(x, y, channel));
        }

        return floats;
    }

    /// <summary>A copy of its own memory.</summary>
    public HostPicture Clone()
    {
        HostPicture copy = new(View.Width, View.Height, View.Format, View.Layout, View.RowBytes < 0);
        _bytes.CopyTo(copy._bytes, 0);
        return copy;
    }

    /// <summary>The image in a card's memory.</summary>
    public DeviceImage Upload(KernelDevice device) =>
        new(device.Upload<byte>(_bytes), _first, View.RowBytes, View.Width, View.Height, View.Format, View.Layout);

    /// <summary>Takes the image back from a card.</summary>
    public void Download(KernelDevice device, DeviceImage image) => device.Download(image.Memory, _bytes);

    /// <summary>All stored samples, row after row.</summary>
    public float[] Values()
    {
        float[] values = new float[View.Width * View.Height * View.Channels];
        for (int i = 0; i < values.Length; i++)
            values[i] = Sample(i / View.Channels % View.Width, i / View.Channels / View.Width, i % View.Channels);
        return values;
    }

    private static float Value(Random random, bool isOdd) => !isOdd ? random.NextSingle() : random.Next(40) switch
    {
        0 => float.NaN,
        1 => float.PositiveInfinity,
        2 => float.NegativeInfinity,
        3 => -0.0f,
        _ => random.NextSingle(),
    };

    private float Sample(int x, int y, int channel)
    {
        void* at = Address(x, y, channel);
        return View.Format switch
        {
            SampleFormat.UInt8 => *(byte*)at * (1 / 255f),
            SampleFormat.UInt16 => *(ushort*)at * (1 / 65535f),
            SampleFormat.Float16 => (float)*(Half*)at,
            _ => *(float*)at,
        };
    }

    private void SetSample(int x, int y, int channel, float value)
    {
        void* at = Address(x, y, channel);
        switch (View.Format)
        {
            case SampleFormat.UInt8:
                *(byte*)at = (byte)(Math.Clamp(float.IsNaN(value) ? 0 : value, 0, 1) * 255);
                break;
            case SampleFormat.UInt16:
                *(ushort*)at = (ushort)(Math.Clamp(float.IsNaN(value) ? 0 : value, 0, 1) * 65535);
                break;
            case SampleFormat.Float16:
                *(Half*)at = (Half)value;
                break;
            default:
                *(float*)at = value;
                break;
        }
    }

    private void* Address(int x, int y, int channel) =>
        (byte*)View.TopLeft + (y * View.RowBytes) + (x * View.BytesPerPixel) + (channel * View.BytesPerSample);
}
