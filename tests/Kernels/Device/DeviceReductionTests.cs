using FaceFusion.Gpu.Ptx;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.OpenCl;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Tests.Device;

/// <summary>Images on a card, read small there and copied part by part.</summary>
public sealed unsafe class DeviceReductionTests
{
    private const int Padding = 12;

    [Theory]
    [InlineData(SampleFormat.Float32, PixelLayout.Rgba, false, 3.1)]
    [InlineData(SampleFormat.Float32, PixelLayout.Rgba, true, 4.9)]
    [InlineData(SampleFormat.Float32, PixelLayout.Bgra, false, 4.3)]
    [InlineData(SampleFormat.Float32, PixelLayout.Rgb, true, 3.1)]
    [InlineData(SampleFormat.Float16, PixelLayout.Rgba, false, 6.2)]
    [InlineData(SampleFormat.UInt16, PixelLayout.Rgba, false, 4.3)]
    [InlineData(SampleFormat.UInt8, PixelLayout.Rgb, true, 4.9)]
    [InlineData(SampleFormat.Float32, PixelLayout.Rgba, false, 3)]
    [InlineData(SampleFormat.UInt8, PixelLayout.Rgb, true, 4)]
    public void Small_pictures_have_the_processors_bits(SampleFormat format, PixelLayout layout, bool isBottomUp, double footprint)
    {
        const int width = 21, height = 17;
        NetworkSpace space = new(TransferCurve.SceneLinear, HighlightRollOff: true);
        Affine2D[] maps = [Affine2D.Scaling(footprint, footprint), Affine2D.Scaling(footprint / 2, footprint), new(footprint, 0, -30, 0, footprint, -9), Affine2D.Similarity(footprint, 0.3, 8, -5)];
        foreach (KernelDevice device in Devices())
        {
            using (device)
            {
                using Picture picture = new(53, 37, format, layout, isBottomUp);
                DeviceImage image = picture.To(device);
                float[] given = new float[3 * width * height], wanted = new float[given.Length];
                foreach (Affine2D map in maps)
                {
                    DeviceReduction.SampleTensor(device, image, map, space, premultiplied: true, TensorFormat.UnitRgb, width, height, given);
                    AreaSampler.SampleTensor(picture.View, map, space, premultiplied: true, TensorFormat.UnitRgb, width, height, wanted, EdgeMode.Zero);
                    Assert.True(wanted.AsSpan().SequenceEqual(given), $"{device.Name}, {map}");

                    DeviceReduction.SampleTensor(device, image.EverySecondRow(), map, space, premultiplied: true, TensorFormat.UnitRgb, width, height, given);
                    AreaSampler.SampleTensor(picture.View.EverySecondRow(), map, space, premultiplied: true, TensorFormat.UnitRgb, width, height, wanted, EdgeMode.Zero);
                    Assert.True(wanted.AsSpan().SequenceEqual(given), $"every second row, {device.Name}, {map}");
                }

                Assert.Throws<ArgumentException>(() =>
                    DeviceReduction.SampleTensor(device, image, Affine2D.Identity, space, premultiplied: true, TensorFormat.UnitRgb, width, height, given));
                device.Return(image.Memory);
            }
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Parts_go_to_and_fro_bit_for_bit(bool isBottomUp, bool targetIsBottomUp)
    {
        foreach (KernelDevice device in Devices())
        {
            using (device)
            {
                using Picture source = new(53, 37, SampleFormat.UInt8, PixelLayout.Rgb, isBottomUp), target = new(60, 41, SampleFormat.UInt8, PixelLayout.Rgb, targetIsBottomUp);
                DeviceImage from = source.To(device), to = target.To(device);
                RectI part = new(5, 3, 40, 30), place = part.Offset(7, 6), cleared = new(8, 10, 20, 12);
                DeviceTransfer.Copy(device, from, part, to, place);
                DeviceTransfer.Clear(device, to, cleared);
                using Picture after = new(60, 41, SampleFormat.UInt8, PixelLayout.Rgb, targetIsBottomUp);
                new Span<byte>((void*)after.First, after.Bytes).Clear();
                DeviceTransfer.Download(device, to, new RectI(0, 0, 60, 35), after.View);
                for (int y = 0; y < 41; y++)
                {
                    for (int x = 0; x < 60 * 3; x++)
                    {
                        int column = x / 3;
                        byte wanted = y >= 35 || cleared.Contains(column, y) ? (byte)0
                            : place.Contains(column, y) ? source.View.RowSpan(y - 6)[x - 21] : target.View.RowSpan(y)[x];
                        Assert.Equal(wanted, after.View.RowSpan(y)[x]);
                    }
                }

                device.Return(from.Memory);
                device.Return(to.Memory);
            }
        }
    }

    [Fact]
    public void A_crop_reads_no_pixel_that_it_does_not_name()
    {
        Affine2D map = new(1.3, -0.4, 20, 0.4, 1.3, 9);
        RectI crop = RectI.FromSize(16, 16), named = AreaSampler.PixelsFor(map, crop, 60, 50);
        using Picture picture = new(60, 50, SampleFormat.UInt8, PixelLayout.Rgb, isBottomUp: false);
        using ImageBuffer before = new(16, 16), after = new(16, 16);
        AreaSampler.Sample(picture.View, map, NetworkSpace.Working, false, before);
        for (int y = 0; y < 50; y++)
        {
            for (int x = 0; x < 60; x++)
            {
                if (!named.Contains(x, y))
                    picture.View.RowSpan(y).Slice(3 * x, 3).Fill(255);
            }
        }

        AreaSampler.Sample(picture.View, map, NetworkSpace.Working, false, after);
        Assert.True(before.Pixels.SequenceEqual(after.Pixels));
        Assert.InRange(named.Width * named.Height, 1, 1500);
    }

    private static IEnumerable<KernelDevice> Devices()
    {
        yield return new PtxDevice();
        OpenClDevice? device = OpenClDevice.First();
        Assert.True(device is not null, "This machine has no OpenCL device; ./setup installs pocl-opencl-icd, which is one.");
        yield return device;
    }

    /// <summary>Values of all sizes with what is no number among them, in rows with a gap.</summary>
    private sealed class Picture : IDisposable
    {
        private readonly byte[] _bytes;
        private readonly bool _isBottomUp;
        private readonly int _rowBytes;
        private System.Runtime.InteropServices.GCHandle _pin;

        public Picture(int width, int height, SampleFormat format, PixelLayout layout, bool isBottomUp)
        {
            int sample = format switch { SampleFormat.UInt8 => 1, SampleFormat.Float32 => 4, _ => 2 };
            int channels = layout == PixelLayout.Rgb ? 3 : 4;
            _rowBytes = (width * channels * sample) + Padding;
            _isBottomUp = isBottomUp;
            _bytes = new byte[_rowBytes * height];
            Random random = new(7);
            random.NextBytes(_bytes);
            if (format == SampleFormat.Float32)
            {
                Span<float> values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(_bytes.AsSpan());
                for (int i = 0; i < values.Length; i++)
                    values[i] = i % 97 == 5 ? float.NaN : i % 113 == 7 ? float.PositiveInfinity : (float)random.NextDouble() * 3;
            }

            _pin = System.Runtime.InteropServices.GCHandle.Alloc(_bytes, System.Runtime.InteropServices.GCHandleType.Pinned);
            nint top = isBottomUp ? First + ((height - 1) * _rowBytes) : First;
            View = new PixelView(top, isBottomUp ? -_rowBytes : _rowBytes, width, height, format, layout);
        }

        public PixelView View { get; }

        public nint First => _pin.AddrOfPinnedObject();

        public int Bytes => _bytes.Length;

        public DeviceImage To(KernelDevice device)
        {
            DeviceMemory memory = device.Rent(_bytes.Length);
            device.Upload(_bytes, memory);
            return new DeviceImage(
                memory, _isBottomUp ? (View.Height - 1) * (long)_rowBytes : 0, View.RowBytes, View.Width, View.Height, View.Format, View.Layout);
        }

        public void Dispose() => _pin.Free();
    }
}
