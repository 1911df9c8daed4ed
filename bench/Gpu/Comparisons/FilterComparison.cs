using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>Filters by <see cref="DeviceFilters"/> beside the processor's.</summary>
internal static class FilterComparison
{
    private const int Width = 21, Height = 17;

    /// <summary>Every filter; storing in every format, layout and curve.</summary>
    public static IEnumerable<Difference> Run(KernelDevice device)
    {
        foreach (float sigma in new[] { 0, 0.6f, 2.3f, 3.9f })
            yield return Blur(device, sigma);
        yield return Feather(device, 1, 6);
        yield return Feather(device, 3, 3);
        yield return SoftBox(device);
        yield return Levels(device);
        int seed = 0;
        foreach (SampleFormat format in Enum.GetValues<SampleFormat>())
        {
            foreach (PixelLayout layout in Enum.GetValues<PixelLayout>())
            {
                foreach (NetworkSpace space in Spaces.All)
                    yield return Store(device, ++seed, format, layout, space);
            }
        }
    }

    private static Difference Blur(KernelDevice device, float sigma)
    {
        using ImageBuffer image = Pixels(5), low = new(Width, Height);
        GaussianBlur.Apply(image, sigma, low);
        Vector4[] high = [.. image.Pixels.ToArray().Zip(low.Pixels.ToArray(), (a, b) => a - b)];

        DeviceMemory source = device.Upload<Vector4>(image.Pixels), blurred = device.RentPixels(image.Length);
        DeviceFilters.Blur(device, source, Width, Height, sigma, blurred);
        Vector4[] actualLow = new Vector4[image.Length];
        device.Download(blurred, MemoryMarshal.AsBytes(actualLow.AsSpan()));
        DeviceFilters.SplitBands(device, source, Width, Height, blurred);
        device.Return(source);
        return Difference.Max(
            Difference.Of($"blur {sigma}", low.Pixels, actualLow),
            Difference.Of($"bands {sigma}", high, device.Take<Vector4>(blurred, image.Length)));
    }

    private static Difference Feather(KernelDevice device, float from, float to)
    {
        using Plane distance = new(Width, Height);
        for (int i = 0; i < distance.Length; i++)
            distance.Values[i] = i == 7 ? float.NaN : i % 9;
        DeviceMemory plane = device.Upload<float>(distance.Values);
        DeviceFilters.Feather(device, plane, Width, Height, from, to);
        using Plane expected = new(Width, Height);
        Kernels.Filtering.Feather.Smoothstep(distance, from, to, expected);
        return Difference.Of($"feather {from} {to}", expected.Values, device.Take<float>(plane, expected.Length));
    }

    private static Difference SoftBox(KernelDevice device)
    {
        using Plane expected = new(Width, Height);
        Kernels.Filtering.SoftBox.Fill(3, 2.5, 18, 14, 1.7f, expected);
        DeviceMemory matte = device.Rent(expected.Length * sizeof(float));
        DeviceFilters.FillSoftBox(device, 3, 2.5, 18, 14, 1.7f, Width, Height, matte);
        return Difference.Of("soft box", expected.Values, device.Take<float>(matte, expected.Length));
    }

    // In double precision: there is no processor's kernel that takes tables from outside.
    private static Difference Levels(KernelDevice device)
    {
        const int steps = 32;
        float[] values = [.. Enumerable.Range(0, 3 * (steps + 1)).Select(i => MathF.Sqrt(i % (steps + 1) / (float)steps) * (1 + (i / (steps + 1) * 0.1f)))];
        LevelTable table = new() { LowR = 0.1f, LowG = 0.2f, LowB = 0, HighR = 0.9f, HighG = 0.7f, HighB = 1, Steps = steps };
        using ImageBuffer image = Pixels(8);
        float[] lows = [table.LowR, table.LowG, table.LowB], highs = [table.HighR, table.HighG, table.HighB];
        Vector4[] expected = [.. image.Pixels.ToArray().Select(pixel => new Vector4(Map(0, pixel.X), Map(1, pixel.Y), Map(2, pixel.Z), pixel.W))];

        DeviceMemory memory = device.Upload<Vector4>(image.Pixels);
        DeviceFilters.ApplyLevels(device, memory, Width, Height, table, values);
        return Difference.Of("levels", expected, device.Take<Vector4>(memory, image.Length));

        float Map(int channel, double value)
        {
            double step = ((double)highs[channel] - lows[channel]) / steps, place = (value - lows[channel]) / step;
            double held = Math.Clamp(place, 0, steps);
            int level = Math.Min((int)held, steps - 1), first = channel * (steps + 1);
            return (float)(values[first + level] + ((values[first + level + 1] - values[first + level]) * (held - level)) + ((place - held) * step));
        }
    }

    private static Difference Store(KernelDevice device, int seed, SampleFormat format, PixelLayout layout, NetworkSpace space)
    {
        HostPicture target = new(seed, Width, Height, format, layout, bottomUp: seed % 2 == 0), expected = target.AsFloats();
        bool premultiplied = seed % 3 == 0;
        using ImageBuffer pixels = Pixels(seed);
        PixelWriter.Write(pixels, pixels.Bounds, space, premultiplied, expected.View);

        DeviceImage image = target.Upload(device);
        DeviceMemory source = device.Upload<Vector4>(pixels.Pixels);
        DeviceFilters.Store(device, source, space, premultiplied, image);
        target.Download(device, image);
        device.Return(source);
        device.Return(image.Memory);
        return Difference.Of($"store {format} {layout} {space.Curve}", expected.Values(), target.Values(), format);
    }

    private static ImageBuffer Pixels(int seed)
    {
        Random random = new(seed);
        ImageBuffer image = new(Width, Height);
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
        return image;
    }
}
