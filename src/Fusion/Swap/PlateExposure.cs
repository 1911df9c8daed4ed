using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// How a plate exposes the target's face. L*a*b* knows one exposure only: far below it its toe and far above it the
/// limits of the colour match would decide the look. So a face outside the normal range is matched as if it had been
/// exposed at the range's end, and the result is brought back: a plate graded down six stops gives the swap graded
/// down six stops.
/// </summary>
internal readonly struct PlateExposure
{
    // Luminances of faces as they are exposed for viewing, the darkest and the fairest skin included.
    private const float DarkestFace = 0.06f;
    private const float BrightestFace = 0.75f;

    // The root of a luminance counts up to this multiple of the mean: a lamp or a defect weighs no more.
    private const float OutlierLimit = 2;

    // A pixel whose luminance exceeds the face's by the second factor is light thrown back and no complexion; one above
    // the first is partly so. Neither begins below display white.
    private const float GlintBegins = 3;
    private const float GlintWhole = 12;
    private const float White = 1;

    private const int RowGrain = 16;

    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, false);

    private readonly float _gain;
    private readonly float _glintBegins;
    private readonly float _glintWhole;

    private PlateExposure(float gain, float faceLuminance)
    {
        _gain = gain;
        _glintBegins = Math.Max(White, GlintBegins * gain * faceLuminance);
        _glintWhole = Math.Max(2 * White, GlintWhole * gain * faceLuminance);
    }

    /// <summary>The factor on the plate's light that brings it to normal exposure.</summary>
    public float Gain => _gain;

    /// <summary>Measures a plate.</summary>
    /// <param name="original">Its pixels in the working space.</param>
    /// <param name="coverage">Where the face is seen.</param>
    /// <param name="shown">How much the plate shows anything.</param>
    public static PlateExposure Measure(ImageBuffer original, Plane coverage, Plane shown)
    {
        // Between roots a few glints and a half of the face in the dark decide little.
        using Plane roots = Plane.Uninitialized(original.Width, original.Height);
        LuminanceRoots.Fill(original, coverage, roots);
        return OfRoots(roots, coverage, shown);
    }

    /// <summary>Tells the exposure from a plate's <see cref="LuminanceRoots"/>.</summary>
    /// <param name="roots">The roots, where the face is seen.</param>
    /// <param name="coverage">Where that is.</param>
    /// <param name="shown">How much the plate shows anything.</param>
    public static PlateExposure OfRoots(Plane roots, Plane coverage, Plane shown)
    {
        double first = LuminanceRoots.Mean(roots, coverage, shown, float.PositiveInfinity);
        double root = LuminanceRoots.Mean(roots, coverage, shown, OutlierLimit * (float)first);
        float luminance = (float)(root * root), normal = Math.Clamp(luminance, DarkestFace, BrightestFace);
        return luminance > 0 ? new PlateExposure(normal / luminance, luminance) : new PlateExposure(1, 0);
    }

    /// <summary>The plate at normal exposure; the caller disposes of it.</summary>
    /// <param name="original">The plate's pixels in the working space.</param>
    public ImageBuffer ToNormal(ImageBuffer original)
    {
        ImageBuffer normal = original.Clone();
        Scale(normal, _gain);
        return normal;
    }

    /// <summary>Brings pixels at normal exposure to the plate's, in place.</summary>
    /// <param name="normal">Pixels in the working space.</param>
    public void FromNormal(ImageBuffer normal) => Scale(normal, 1 / _gain);

    /// <summary>How much of a pixel is a glint, 0 to 1: light that the face throws back, which stays the plate's.</summary>
    /// <param name="pixel">A pixel of the plate at normal exposure, in the working space.</param>
    public float Glint(Vector4 pixel)
    {
        if (Math.Max(pixel.X, Math.Max(pixel.Y, pixel.Z)) <= White)
            return 0;
        return Feather.Smoothstep(LuminanceOf(pixel), _glintBegins, _glintWhole);
    }

    private static float LuminanceOf(Vector4 pixel) => Vector3.Dot(Linear.Decode(pixel).AsVector3(), Rec709.LumaWeights);

    private static void Scale(ImageBuffer image, float gain)
    {
        if (gain == 1)
            return;
        Executor.For(0, image.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                foreach (ref Vector4 pixel in image.Row(y))
                    pixel = Linear.Encode((gain * Linear.Decode(pixel)) with { W = pixel.W });
            }
        });
    }
}
