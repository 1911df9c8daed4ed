using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>Crops by <see cref="DeviceSampler"/> beside <see cref="AreaSampler"/>'s.</summary>
internal static class SamplingComparison
{
    private static readonly Affine2D[] Maps =
    [
        Affine2D.Similarity(0.6, 0.4, 7, -3),
        Affine2D.Similarity(1.9, -0.7, 2, 12),
        Affine2D.Similarity(4.3, 2, 20, 3),
        Affine2D.Scaling(2.4, 0.8),
        Affine2D.Scaling(1, 1),
        Affine2D.Scaling(7, 5).Then(Affine2D.Translation(-40, -9)),
        new(1, 2, 3, 0.5, 1, 2),
    ];

    /// <summary>Every format, layout, curve, map and edge, in turn.</summary>
    public static IEnumerable<Difference> Run(KernelDevice device)
    {
        int seed = 0;
        foreach (SampleFormat format in Enum.GetValues<SampleFormat>())
        {
            foreach (PixelLayout layout in Enum.GetValues<PixelLayout>())
            {
                foreach (Affine2D map in Maps)
                {
                    seed++;
                    NetworkSpace space = Spaces.All[seed % Spaces.All.Count];
                    HostPicture picture = new(seed, 20 + (seed % 17), 14 + (seed % 11), format, layout, bottomUp: seed % 2 == 0);
                    EdgeMode outside = seed % 3 == 0 ? EdgeMode.Zero : EdgeMode.Replicate;
                    string name = $"{format} {layout} {space.Curve} {map.Scale:0.0} {outside}";
                    yield return Image(device, name, picture, map, space, premultiplied: seed % 5 < 2, outside);
                    if (layout == PixelLayout.Rgba)
                        yield return Tensor(device, "tensor " + name, new HostPicture(4 * seed, 24, 18, format, layout, bottomUp: false), map, space, outside);
                }
            }
        }

        yield return Pixels(device, Affine2D.Similarity(2.7, 0.3, -4, 5), EdgeMode.Zero);
        yield return Pixels(device, Affine2D.Scaling(0.3, 0.45), EdgeMode.Replicate);
    }

    private static Difference Image(KernelDevice device, string name, HostPicture picture, Affine2D map, NetworkSpace space, bool premultiplied, EdgeMode outside)
    {
        using ImageBuffer expected = new(19, 13);
        AreaSampler.Sample(picture.View, map, space, premultiplied, expected, outside);
        DeviceMemory target = device.RentPixels(expected.Length);
        DeviceImage source = picture.Upload(device);
        DeviceSampler.Sample(device, source, map, space, premultiplied, expected.Width, expected.Height, target, outside);
        device.Return(source.Memory);
        return Difference.Of(name, expected.Pixels, device.Take<Vector4>(target, expected.Length));
    }

    private static Difference Tensor(KernelDevice device, string name, HostPicture picture, Affine2D map, NetworkSpace space, EdgeMode outside)
    {
        const int width = 15, height = 11;

        // Random colours of a wide gamut lie far below 0: clamped, what the sums lose of them would be held against 1.
        TensorFormat format = TensorFormat.Normalised(ChannelOrder.Bgr, new Vector3(0.5f, 0.4f, 0.3f), new Vector3(1, 1.1f, 1.2f))
            with { ClampToUnit = space.Primaries == ColourPrimaries.Rec709 };
        float[] expected = new float[3 * width * height];
        AreaSampler.SampleTensor(picture.View, map, space, premultiplied: false, format, width, height, expected, outside);
        DeviceMemory target = device.Rent(expected.Length * sizeof(float));
        DeviceImage source = picture.Upload(device);
        DeviceSampler.SampleTensor(device, source, map, space, premultiplied: false, format, width, height, target, outside);
        device.Return(source.Memory);
        return Difference.Of(name, expected, device.Take<float>(target, expected.Length));
    }

    private static Difference Pixels(KernelDevice device, Affine2D map, EdgeMode outside)
    {
        HostPicture picture = new(92, 24, 18, SampleFormat.Float32, PixelLayout.Rgba, bottomUp: false);
        using ImageBuffer expected = new(17, 21);
        AreaSampler.Sample(picture.View, map, NetworkSpace.Working, premultiplied: false, expected, outside);
        DeviceMemory source = device.Upload<float>(picture.Values()), target = device.RentPixels(expected.Length);
        DeviceSampler.Resample(device, source, 24, 18, map, expected.Width, expected.Height, target, outside);
        device.Return(source);
        return Difference.Of($"resample {map.Scale:0.0} {outside}", expected.Pixels, device.Take<Vector4>(target, expected.Length));
    }
}
