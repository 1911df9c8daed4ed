using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Noise;

/// <summary>Pictures in L*a*b* with noise that is known.</summary>
internal static class NoiseScene
{
    public const int Width = 320, Height = 280;

    /// <summary>Smooth shading from dark to light.</summary>
    public static ImageBuffer Clean()
    {
        var image = new ImageBuffer(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                image.Row(y)[x] = new Vector4(8 + (84f * x / Width), 10 + (5f * y / Height), 15, 1);
        }

        return image;
    }

    /// <summary>Adds filtered white noise of a standard deviation; another generator than the one tested.</summary>
    public static void AddNoise(ImageBuffer image, Vector4 deviation, float grain, int seed)
    {
        Random random = new(seed);
        using var noise = new ImageBuffer(image.Width, image.Height);
        foreach (ref Vector4 pixel in noise.Pixels)
            pixel = new Vector4(Gaussian(random), Gaussian(random), Gaussian(random), 0);
        GaussianBlur.Apply(noise, grain, noise);
        double squares = 0;
        foreach (Vector4 pixel in noise.Pixels)
            squares += pixel.X * pixel.X;
        Vector4 scale = deviation / (float)Math.Sqrt(squares / noise.Length);
        for (int i = 0; i < image.Length; i++)
            image.Pixels[i] += (noise.Pixels[i] * scale) with { W = 0 };
    }

    public static Plane Everywhere()
    {
        var seen = new Plane(Width, Height);
        seen.Fill(1);
        return seen;
    }

    private static float Gaussian(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
