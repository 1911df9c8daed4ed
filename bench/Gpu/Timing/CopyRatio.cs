using System.Diagnostics;
using System.Numerics;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Gpu.Timing;

/// <summary>How long a crop and a paste take on a card, divided by a copy, within the card, of the rectangle they touch.</summary>
/// <param name="Frame">The frame's size, for people.</param>
/// <param name="Crop">The sampling of a crop of 512 pixels that covers a third of the frame's height, turned by 0.2.</param>
/// <param name="Paste">Its residual and paste.</param>
internal sealed record CopyRatio(string Frame, double Crop, double Paste)
{
    /// <summary>The most that either should be.</summary>
    public const double Goal = 1.5;

    private const int Side = 512, Runs = 9, MostPerRun = 20;
    private const double MillisecondsPerRun = 10;

    /// <summary>Frames of floats at 1080p, 4K and 8K.</summary>
    /// <param name="device">The card.</param>
    public static IEnumerable<CopyRatio> Measure(KernelDevice device)
    {
        foreach ((int width, int height) in new[] { (1920, 1080), (3840, 2160), (7680, 4320) })
            yield return Measure(device, width, height);
    }

    private static CopyRatio Measure(KernelDevice device, int width, int height)
    {
        long rowBytes = (long)width * 16;
        DeviceMemory plate = device.Rent(rowBytes * height), copy = device.Rent(rowBytes * height);
        DeviceImage image = new(plate, 0, rowBytes, width, height, SampleFormat.Float32, PixelLayout.Rgba), other = image with { Memory = copy };
        DeviceTransfer.Clear(device, image, image.Bounds);
        Affine2D toFrame = Affine2D.Similarity(height / 3.0 / Side, 0.2, width / 2.0, height / 3.0);
        DeviceMemory original = device.RentPixels(Side * Side), result = device.Upload<Vector4>(Enumerable.Repeat(Vector4.One, Side * Side).ToArray());
        DeviceMemory matte = device.Rent(Side * Side * sizeof(float));
        DeviceFilters.FillSoftBox(device, 20, 20, Side - 20, Side - 20, 8, Side, Side, matte);
        DeviceCrop crop = new(toFrame, Side, Side, original, result, matte, 1, NetworkSpace.Working);
        RectI touched = RectI.FromBounds(toFrame.Bounds(RectI.FromSize(Side, Side).ToRectF())).Intersect(image.Bounds);

        double copying = Time(device, () => DeviceTransfer.Copy(device, image, touched, other, touched));
        double sampling = Time(device, () => DeviceSampler.Sample(device, image, toFrame, NetworkSpace.Working, false, Side, Side, original));
        double pasting = Time(device, () => DevicePaste.Crop(device, image, image.Bounds, crop, false));
        foreach (DeviceMemory memory in new[] { plate, copy, original, result, matte })
            device.Return(memory);
        return new CopyRatio($"{width}×{height}", sampling / copying, pasting / copying);
    }

    // The median of several runs, each long enough for the clock, after one that compiles and one that tells how long it takes.
    private static double Time(KernelDevice device, Action work)
    {
        Run(device, work, 1);
        int perRun = (int)Math.Clamp(MillisecondsPerRun / Run(device, work, 1), 1, MostPerRun);
        double[] times = new double[Runs];
        for (int run = 0; run < Runs; run++)
            times[run] = Run(device, work, perRun) / perRun;
        Array.Sort(times);
        return times[Runs / 2];
    }

    private static double Run(KernelDevice device, Action work, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            work();
        device.Finish();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
