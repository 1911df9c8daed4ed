using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Resampling;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

/// <summary>A host's image and a changed crop that lies somewhere in it, made from a seed.</summary>
internal sealed class CropScene : IDisposable
{
    private readonly HostImage _residual;

    public CropScene(int seed, SampleFormat format, PixelLayout layout, NetworkSpace space, bool premultiplied, Affine2D? toFrame = null)
    {
        var random = new Random(seed);
        int width = random.Next(1, 30), height = random.Next(1, 24), cropWidth = random.Next(1, 40), cropHeight = random.Next(1, 40);
        Image = new HostImage(width, height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed, most: 1.2);
        Premultiplied = premultiplied && Image.View.HasAlpha;
        Mix = random.NextSingle();
        double angle = random.Next(3) == 0 ? 0 : random.NextDouble() * 7;
        ToFrame = toFrame ?? Affine2D.Scaling(0.6 + random.NextDouble(), 1)
            .Then(Affine2D.Similarity(Math.Pow(2, (random.NextDouble() * 5) - 3), angle, random.Next(-10, width + 5), random.Next(-10, height + 5)));
        Original = TestBuffers.Random(cropWidth, cropHeight, seed + 1);
        Result = TestBuffers.Random(cropWidth, cropHeight, seed + 2);
        Matte = TestBuffers.RandomPlane(cropWidth, cropHeight, seed + 3, low: -0.3f);
        _residual = new HostImage(cropWidth, cropHeight, SampleFormat.Float32, PixelLayout.Rgb);
        for (int i = 0; i < Matte.Length; i++)
        {
            Vector4 decoded = Vector4.Max(Vector4.Abs(space.Decode(Result.Pixels[i])), Vector4.Abs(space.Decode(Original.Pixels[i])));
            Largest = Math.Max(Largest, Math.Max(decoded.X, Math.Max(decoded.Y, decoded.Z)));
            Vector4 change = (space.Decode(Result.Pixels[i]) - space.Decode(Original.Pixels[i])) * MathF.Max(Matte.Values[i] * Mix, 0);
            for (int c = 0; c < 3; c++)
                _residual.SetSample(i % cropWidth, i / cropWidth, c, change[c]);
        }

        Crop = new ChangedCrop(ToFrame, Original, Result, Matte, Mix, space);
    }

    public HostImage Image { get; }

    public Affine2D ToFrame { get; }

    public ChangedCrop Crop { get; }

    public bool Premultiplied { get; }

    public float Mix { get; }

    /// <summary>The largest value of the crops in the host's terms.</summary>
    public float Largest { get; }

    public ImageBuffer Original { get; }

    public ImageBuffer Result { get; }

    public Plane Matte { get; }

    /// <summary>How far inside the crop a pixel's centre lies, in the crop's pixels; negative outside.</summary>
    public double Depth(int x, int y)
    {
        (double u, double v) = ToFrame.Invert().Apply(x + 0.5, y + 0.5);
        return Math.Min(Math.Min(u, Matte.Width - u), Math.Min(v, Matte.Height - v));
    }

    /// <summary>What is added to the colours of an opaque pixel inside the crop.</summary>
    public Vector4 Change(int x, int y) => FilterReference.Sample(_residual, ToFrame.Invert(), EdgeMode.Zero, x, y) with { W = 0 };

    public void Dispose()
    {
        Image.Dispose();
        Original.Dispose();
        Result.Dispose();
        Matte.Dispose();
        _residual.Dispose();
    }
}
