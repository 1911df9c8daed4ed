using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Quality.Measures;

/// <summary>How alike two pictures are inside a polygon, in display-referred values.</summary>
/// <param name="Psnr">Peak signal-to-noise ratio over red, green and blue, dB.</param>
/// <param name="Ssim">
/// Mean structural similarity of luma, −1 to 1 (Z. Wang et al., Image quality assessment: from error visibility to
/// structural similarity, 2004: a Gaussian window of 1.5 pixels, K1 = .01, K2 = .03).
/// </param>
/// <param name="Gradient">
/// Mean similarity of the gradients' magnitudes, 0 to 1, over four scales (after W. Xue et al., Gradient magnitude
/// similarity deviation, 2014: c = 170/255²): contours and folds, whatever the light.
/// </param>
internal sealed record PictureLikeness(double Psnr, double Ssim, double Gradient)
{
    private const float SsimWindow = 1.5f;
    private const float LightnessFloor = 0.01f * 0.01f;
    private const float ContrastFloor = 0.03f * 0.03f;
    private const float GradientFloor = 170f / (255 * 255);
    private const int Scales = 4;

    /// <summary>Compares two frames of one size.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="outline">Where, in pixels; centres at .5.</param>
    public static PictureLikeness Measure(in FrameView a, in FrameView b, ReadOnlySpan<Vector2> outline)
    {
        using ImageBuffer first = Read(a), second = Read(b);
        bool[] inside = new bool[first.Width * first.Height];
        for (int y = 0, i = 0; y < first.Height; y++)
        {
            for (int x = 0; x < first.Width; x++, i++)
                inside[i] = Polygon.Contains(outline, new Vector2(x + 0.5f, y + 0.5f));
        }

        using Plane firstLuma = Luma(first), secondLuma = Luma(second);
        return new PictureLikeness(PeakRatio(first, second, inside), Structure(firstLuma, secondLuma, inside), Gradients(firstLuma, secondLuma, inside));
    }

    private static ImageBuffer Read(in FrameView frame)
    {
        ImageBuffer pixels = ImageBuffer.Uninitialized(frame.Width, frame.Height);
        PixelReader.Read(frame.Pixels, frame.Pixels.Bounds, frame.Space, frame.Premultiplied, pixels);
        return pixels;
    }

    private static double PeakRatio(ImageBuffer a, ImageBuffer b, bool[] inside)
    {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            if (!inside[i])
                continue;
            Vector4 off = a.Pixels[i] - b.Pixels[i];
            sum += (double)off.X * off.X + (double)off.Y * off.Y + (double)off.Z * off.Z;
            count += 3;
        }

        return -10 * Math.Log10(Math.Max(sum / count, 1e-10));
    }

    private static double Structure(Plane a, Plane b, bool[] inside)
    {
        using Plane meanA = Blurred(a.Clone()), meanB = Blurred(b.Clone());
        using Plane squareA = Blurred(Product(a, a)), squareB = Blurred(Product(b, b)), product = Blurred(Product(a, b));
        return Mean(inside, i =>
        {
            float x = meanA.Values[i], y = meanB.Values[i];
            float common = product.Values[i] - x * y, varianceA = squareA.Values[i] - x * x, varianceB = squareB.Values[i] - y * y;
            return (2 * x * y + LightnessFloor) * (2 * common + ContrastFloor) / ((x * x + y * y + LightnessFloor) * (varianceA + varianceB + ContrastFloor));
        });
    }

    private static double Gradients(Plane a, Plane b, bool[] inside)
    {
        double sum = 0;
        for (int scale = 0; scale < Scales; scale++)
        {
            // Each scale looks at contours twice as wide; weighted by the width, which keeps their gradients alike in size.
            float sigma = 1 << scale;
            using Plane softA = Plane.Uninitialized(a.Width, a.Height), softB = Plane.Uninitialized(b.Width, b.Height);
            GaussianBlur.Apply(a, sigma, softA);
            GaussianBlur.Apply(b, sigma, softB);
            sum += Mean(inside, i =>
            {
                float x = sigma * Slope(softA, i), y = sigma * Slope(softB, i);
                return (2 * x * y + GradientFloor) / (x * x + y * y + GradientFloor);
            });
        }

        return sum / Scales;
    }

    // The outline lies inside the frame by more than a pixel.
    private static float Slope(Plane plane, int i)
    {
        Span<float> values = plane.Values;
        float across = values[i + 1] - values[i - 1], down = values[i + plane.Width] - values[i - plane.Width];
        return 0.5f * MathF.Sqrt(across * across + down * down);
    }

    private static double Mean(bool[] inside, Func<int, float> value)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            if (!inside[i])
                continue;
            sum += value(i);
            count++;
        }

        return sum / count;
    }

    private static Plane Luma(ImageBuffer pixels)
    {
        Plane luma = Plane.Uninitialized(pixels.Width, pixels.Height);
        for (int i = 0; i < luma.Values.Length; i++)
        {
            Vector4 pixel = pixels.Pixels[i];
            luma.Values[i] = 0.2126f * pixel.X + 0.7152f * pixel.Y + 0.0722f * pixel.Z;
        }

        return luma;
    }

    private static Plane Product(Plane a, Plane b)
    {
        Plane product = Plane.Uninitialized(a.Width, a.Height);
        PlaneMath.Multiply(a, b, product);
        return product;
    }

    private static Plane Blurred(Plane plane)
    {
        GaussianBlur.Apply(plane, SsimWindow, plane);
        return plane;
    }
}
