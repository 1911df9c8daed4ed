using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>Pastes by <see cref="DevicePaste"/> beside <see cref="CropPaste"/>'s and <see cref="ResidualPaste"/>'s.</summary>
internal static class PasteComparison
{
    private const int Width = 26, Height = 22;

    /// <summary>Every format, layout and curve, in turn.</summary>
    public static IEnumerable<Difference> Run(KernelDevice device)
    {
        int seed = 0;
        foreach (SampleFormat format in Enum.GetValues<SampleFormat>())
        {
            foreach (PixelLayout layout in Enum.GetValues<PixelLayout>().Where(layout => layout != PixelLayout.Alpha))
            {
                for (int i = 0; i < Spaces.All.Count; i++)
                {
                    seed++;
                    HostPicture plate = new(seed, Width, Height, format, layout, bottomUp: seed % 2 == 0);
                    yield return Crop(device, plate, seed, Spaces.All[i]);
                    yield return Face(device, plate, seed, Spaces.All[i]);
                }
            }
        }
    }

    private static Difference Crop(KernelDevice device, HostPicture plate, int seed, NetworkSpace space)
    {
        int width = 9 + (seed % 30), height = 8 + (seed % 23);
        bool premultiplied = seed % 4 == 0;
        using ImageBuffer original = Pixels(seed, width, height, space), result = Pixels(seed + 1, width, height, space);
        using Plane matte = Matte(seed, width, height);

        // No pixel's centre lies just on the crop's side, where rounding decides whether it is inside.
        Affine2D toFrame = Affine2D.Similarity(0.3 + (seed % 7 * 0.25), seed % 5 == 0 ? 0 : seed, 4.013, 6.017);
        const float mix = 0.9f;

        HostPicture expected = plate.AsFloats();
        CropPaste.Apply(expected.View, expected.View.Bounds, new ChangedCrop(toFrame, original, result, matte, mix, space), premultiplied);

        DeviceImage image = plate.Upload(device);
        DeviceCrop crop = new(toFrame, width, height, device.Upload<Vector4>(original.Pixels), device.Upload<Vector4>(result.Pixels), device.Upload<float>(matte.Values), mix, space);
        DevicePaste.Crop(device, image, plate.View.Bounds, crop, premultiplied);
        return Compare(device, $"crop {plate.View.Format} {plate.View.Layout} {space.Curve} {toFrame.Scale:0.0}", expected, plate, image, crop);
    }

    private static Difference Face(KernelDevice device, HostPicture plate, int seed, NetworkSpace space)
    {
        RectI region = new(-2, 3, 17, 25);
        bool premultiplied = seed % 4 == 0;
        const float mix = 0.8f;
        using ImageBuffer original = new(region.Width, region.Height);
        PixelReader.Read(plate.View, region, space, premultiplied, original);
        using ImageBuffer result = original.Clone();
        Random random = new(seed);
        foreach (ref Vector4 pixel in result.Pixels)
        {
            if (random.Next(3) > 0)
                pixel += new Vector4(random.NextSingle() - 0.5f, random.Next(2) * 0.1f, random.NextSingle() * 0.3f, 0);
            pixel.W = plate.View.HasAlpha && random.Next(3) == 0 ? random.NextSingle() : pixel.W;
        }

        using Plane matte = Matte(seed, region.Width, region.Height);
        HostPicture expected = plate.AsFloats(), before = plate.AsFloats();
        ResidualPaste.Composite(before.View, expected.View, expected.View.Bounds, new FaceResidual(region, original, result, matte, mix, space), premultiplied);

        DeviceImage image = plate.Upload(device);
        DeviceCrop face = new(Affine2D.Identity, region.Width, region.Height, device.Upload<Vector4>(original.Pixels), device.Upload<Vector4>(result.Pixels), device.Upload<float>(matte.Values), mix, space);
        DevicePaste.Face(device, image, plate.View.Bounds, region, face, premultiplied);
        return Compare(device, $"face {plate.View.Format} {plate.View.Layout} {space.Curve}", expected, plate, image, face);
    }

    private static Difference Compare(KernelDevice device, string name, HostPicture expected, HostPicture plate, DeviceImage image, DeviceCrop crop)
    {
        HostPicture actual = plate.Clone();
        actual.Download(device, image);
        foreach (DeviceMemory memory in new[] { image.Memory, crop.Original, crop.Result, crop.Matte })
            device.Return(memory);
        return Difference.Of(name, expected.Values(), actual.Values(), plate.View.Format);
    }

    // Here and there no number and infinity. Other primaries mix these into channels that do count, of which nothing is asked then.
    private static ImageBuffer Pixels(int seed, int width, int height, NetworkSpace space)
    {
        Random random = new(seed);
        bool isOdd = space.Primaries == ColourPrimaries.Rec709;
        ImageBuffer image = new(width, height);
        foreach (ref Vector4 pixel in image.Pixels)
        {
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
            if (isOdd && random.Next(60) == 0)
                pixel = pixel with { X = float.NaN, Z = float.PositiveInfinity };
        }

        return image;
    }

    private static Plane Matte(int seed, int width, int height)
    {
        Random random = new(seed);
        Plane plane = new(width, height);
        foreach (ref float value in plane.Values)
            value = random.Next(30) == 0 ? float.NaN : random.Next(3) == 0 ? -0.2f : random.NextSingle();
        return plane;
    }
}
