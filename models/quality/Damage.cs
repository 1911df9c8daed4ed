using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Naturalness;

/// <summary>What a photo suffers, in distances between the eyes, so that it means the same for every photo.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Change">Changes the picture in place; gets the distance between the eyes in pixels.</param>
internal sealed record Damage(string Name, Action<ImageBuffer, double> Change)
{
    /// <summary>Nothing.</summary>
    public static Damage None { get; } = new("as it is", (_, _) => { });

    /// <summary>Those that the threshold is chosen by, with none first.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        None,
        new("blur 0.02", (picture, eyes) => GaussianBlur.Apply(picture, (float)(0.02 * eyes), picture)),
        new("blur 0.04", (picture, eyes) => GaussianBlur.Apply(picture, (float)(0.04 * eyes), picture)),
        new("48 px enlarged", (picture, eyes) => Enlarged(picture, 48 / eyes)),
        new("24 px enlarged", (picture, eyes) => Enlarged(picture, 24 / eyes)),
        new("noise 0.03", (picture, _) => Noise(picture, 0.03f)),
        new("noise 0.08", (picture, _) => Noise(picture, 0.08f)),
        new("blocks 0.06", (picture, _) => Blocks(picture, 0.06f)),
        new("blocks 0.15", (picture, _) => Blocks(picture, 0.15f)),
    ];

    private static void Enlarged(ImageBuffer picture, double scale)
    {
        if (scale >= 1)
            return;
        using ImageBuffer small = ImageBuffer.Uninitialized((int)Math.Ceiling(scale * picture.Width), (int)Math.Ceiling(scale * picture.Height));
        using ImageBuffer whole = ImageBuffer.Uninitialized(picture.Width, picture.Height);
        AreaSampler.Sample(picture.AsView(), Affine2D.Scaling(1 / scale, 1 / scale), NetworkSpace.Working, false, small);
        AreaSampler.Sample(small.AsView(), Affine2D.Scaling(scale, scale), NetworkSpace.Working, false, whole);
        whole.Pixels.CopyTo(picture.Pixels);
    }

    // Even noise of a deviation, each channel for itself.
    private static void Noise(ImageBuffer picture, float deviation)
    {
        Random random = new(7);
        float reach = deviation * MathF.Sqrt(12);
        foreach (ref Vector4 pixel in picture.Pixels)
            pixel += reach * new Vector4(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, 0);
    }

    // A coder's blocks of 8 pixels: what of each differs from its mean by less than a step goes to the next step, as the
    // coarsest coders leave it.
    private static void Blocks(ImageBuffer picture, float step)
    {
        const int side = 8;
        for (int top = 0; top < picture.Height; top += side)
        {
            for (int left = 0; left < picture.Width; left += side)
            {
                RectI block = new RectI(left, top, left + side, top + side).Intersect(picture.Bounds);
                Vector4 mean = default;
                for (int y = block.Y1; y < block.Y2; y++)
                {
                    foreach (Vector4 pixel in picture.Row(y)[block.X1..block.X2])
                        mean += pixel / (block.Width * block.Height);
                }

                for (int y = block.Y1; y < block.Y2; y++)
                {
                    foreach (ref Vector4 pixel in picture.Row(y)[block.X1..block.X2])
                        pixel = Rounded(pixel, mean, step);
                }
            }
        }
    }

    private static Vector4 Rounded(Vector4 pixel, Vector4 mean, float step)
    {
        Vector4 steps = (pixel - mean) / step;
        return (mean + step * new Vector4(MathF.Round(steps.X), MathF.Round(steps.Y), MathF.Round(steps.Z), 0)) with { W = pixel.W };
    }
}
