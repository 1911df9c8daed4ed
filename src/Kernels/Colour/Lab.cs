using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// Working space (sRGB-encoded, D65) ↔ CIE 1976 L*a*b* with L* in X (0 … 100 for [0, 1] colours), a* in Y, b* in Z;
/// alpha is passed on. Nothing is clamped, and values outside [0, 1] come back: the sRGB curve is odd-symmetric, and
/// CIE's linear part goes on below 0. The matrices are those of the sRGB primaries and white D65 (0.95047, 1, 1.08883)
/// to seven digits (B. Lindbloom, "RGB/XYZ Matrices"). For working values in [−0.6, 1.6]: within 1e-3 of the L*, a*, b*
/// of double precision, and there and back within 5e-5.
/// </summary>
public static unsafe class Lab
{
    private const int RowGrain = 8;

    // CIE 15: δ = 6/29, f(t) = ∛t above δ³, t/(3δ²) + 4/29 below.
    private const float Delta = 6f / 29;
    private const float DeltaCubed = Delta * Delta * Delta;
    private const float LinearSlope = 1 / (3 * Delta * Delta);
    private const float LinearOffset = 4f / 29;

    private const float WhiteX = 0.95047f;
    private const float WhiteZ = 1.08883f;

    /// <summary>The L*a*b* of one working-space colour; alpha is passed on.</summary>
    /// <param name="working">Red, green, blue, alpha.</param>
    public static Vector4 FromWorking(Vector4 working) =>
        FromWorking(working.AsVector128().ToVector256()).GetLower().AsVector4();

    /// <summary>The working-space colour of one L*a*b*; alpha is passed on.</summary>
    /// <param name="lab">L*, a*, b*, alpha.</param>
    public static Vector4 ToWorking(Vector4 lab) =>
        ToWorking(lab.AsVector128().ToVector256()).GetLower().AsVector4();

    /// <summary>Converts an image to L*a*b*.</summary>
    /// <param name="source">Working-space colours; finite.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    public static void FromWorking(ImageBuffer source, ImageBuffer destination) =>
        Convert(source, destination, toLab: true);

    /// <summary>Converts an image from L*a*b*.</summary>
    /// <param name="source">L*a*b* colours; finite.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    public static void ToWorking(ImageBuffer source, ImageBuffer destination) =>
        Convert(source, destination, toLab: false);

    private static void Convert(ImageBuffer source, ImageBuffer destination, bool toLab)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(destination, source.Width, source.Height);
        Executor.For(0, source.Height, RowGrain, new Body(source.Pointer, destination.Pointer, source.Width, toLab));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> FromWorking(Vector256<float> working)
    {
        // Linear sRGB to XYZ, each row divided by white's X, Y or Z: white is (1, 1, 1).
        Vector256<float> linear = SrgbSeries.Decode(working);
        Vector256<float> xyz =
            (PixelPairs.Red(linear) * PixelPairs.Create(0.4124564f / WhiteX, 0.2126729f, 0.0193339f / WhiteZ, 0))
            + (PixelPairs.Green(linear) * PixelPairs.Create(0.3575761f / WhiteX, 0.7151522f, 0.1191920f / WhiteZ, 0))
            + (PixelPairs.Blue(linear) * PixelPairs.Create(0.1804375f / WhiteX, 0.0721750f, 0.9503041f / WhiteZ, 0));
        Vector256<float> limit = Vector256.Create(DeltaCubed);
        Vector256<float> f = Vector256.ConditionalSelect(
            Vector256.GreaterThan(xyz, limit),
            VectorMath.Power(Vector256.MaxNative(xyz, limit), 1f / 3),
            (xyz * LinearSlope) + Vector256.Create(LinearOffset));

        // (116·(fy − 16/116), 500·(fx − fy), 200·(fy − fz))
        Vector256<float> minuends = Vector256.Shuffle(f, Vector256.Create(1, 0, 1, 3, 5, 4, 5, 7));
        Vector256<float> subtrahends = Vector256.ConditionalSelect(
            Vector256.Create(-1, 0, 0, 0, -1, 0, 0, 0).AsSingle(),
            Vector256.Create(LinearOffset),
            f);
        Vector256<float> lab = (minuends - subtrahends) * PixelPairs.Create(116, 500, 200, 0);
        return PixelPairs.WithAlpha(lab, working);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToWorking(Vector256<float> lab)
    {
        // fy = (L* + 16)/116, fx = fy + a*/500, fz = fy − b*/200
        Vector256<float> chroma = Vector256.Shuffle(lab, Vector256.Create(1, 0, 2, 3, 5, 4, 6, 7));
        Vector256<float> f = ((PixelPairs.Red(lab) + Vector256.Create(16f)) / Vector256.Create(116f))
            + (chroma * PixelPairs.Create(1f / 500, 0, -1f / 200, 0));
        Vector256<float> xyz = Vector256.ConditionalSelect(
            Vector256.GreaterThan(f, Vector256.Create(Delta)),
            f * f * f,
            (f - Vector256.Create(LinearOffset)) / Vector256.Create(LinearSlope));
        Vector256<float> linear =
            (PixelPairs.Red(xyz) * PixelPairs.Create(3.2404542f * WhiteX, -0.9692660f * WhiteX, 0.0556434f * WhiteX, 0))
            + (PixelPairs.Green(xyz) * PixelPairs.Create(-1.5371385f, 1.8760108f, -0.2040259f, 0))
            + (PixelPairs.Blue(xyz) * PixelPairs.Create(-0.4985314f * WhiteZ, 0.0415560f * WhiteZ, 1.0572252f * WhiteZ, 0));
        return PixelPairs.WithAlpha(SrgbSeries.Encode(linear), lab);
    }

    private readonly struct Body(Vector4* source, Vector4* destination, int width, bool toLab) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint i = (nint)from * width;
            nint end = (nint)to * width;
            if (toLab)
            {
                for (; i <= end - 2; i += 2)
                    FromWorking(Vector256.Load((float*)(source + i))).Store((float*)(destination + i));
                if (i < end)
                    destination[i] = FromWorking(source[i]);
            }
            else
            {
                for (; i <= end - 2; i += 2)
                    ToWorking(Vector256.Load((float*)(source + i))).Store((float*)(destination + i));
                if (i < end)
                    destination[i] = ToWorking(source[i]);
            }
        }
    }
}
