using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// Working space (sRGB-encoded, D65) ↔ CIE 1976 L*a*b* with L* in X (0 … 100 for [0, 1] colours), a* in Y, b* in Z;
/// alpha is passed on. Nothing is clamped, and values outside [0, 1] come back: the sRGB curve is odd-symmetric, and
/// CIE's linear part goes on below 0. The matrix is IEC 61966-2-1's (four digits would not invert: it is the primaries'
/// to full precision), white D65 (0.95047, 1, 1.08883). For working values in [−0.6, 1.6]: within 1e-3 of the L*, a*, b*
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

    // Linear sRGB to XYZ, each row divided by white's X, Y, Z: white is (1, 1, 1).
    private static readonly Vector128<float> FromRed =
        Vector128.Create(0.4124564f / 0.95047f, 0.2126729f, 0.0193339f / 1.08883f, 0);

    private static readonly Vector128<float> FromGreen =
        Vector128.Create(0.3575761f / 0.95047f, 0.7151522f, 0.1191920f / 1.08883f, 0);

    private static readonly Vector128<float> FromBlue =
        Vector128.Create(0.1804375f / 0.95047f, 0.0721750f, 0.9503041f / 1.08883f, 0);

    private static readonly (Vector128<float> X, Vector128<float> Y, Vector128<float> Z) Inverse = InvertMatrix();

    /// <summary>The L*a*b* of one working-space colour; alpha is passed on.</summary>
    /// <param name="working">Red, green, blue, alpha.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 FromWorking(Vector4 working)
    {
        Vector128<float> linear = SrgbCurve.Decode(working.AsVector128());
        Vector128<float> xyz = (FromRed * linear.GetElement(0)) + (FromGreen * linear.GetElement(1)) + (FromBlue * linear.GetElement(2));
        Vector128<float> limit = Vector128.Create(DeltaCubed);
        Vector128<float> f = Vector128.ConditionalSelect(
            Vector128.GreaterThan(xyz, limit),
            VectorMath.Power(Vector128.MaxNative(xyz, limit), 1f / 3),
            (xyz * LinearSlope) + Vector128.Create(LinearOffset));
        float fx = f.GetElement(0);
        float fy = f.GetElement(1);
        float fz = f.GetElement(2);
        return new Vector4((116 * fy) - 16, 500 * (fx - fy), 200 * (fy - fz), working.W);
    }

    /// <summary>The working-space colour of one L*a*b*; alpha is passed on.</summary>
    /// <param name="lab">L*, a*, b*, alpha.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 ToWorking(Vector4 lab)
    {
        float fy = (lab.X + 16) / 116;
        Vector128<float> f = Vector128.Create(fy + (lab.Y / 500), fy, fy - (lab.Z / 200), 1);
        Vector128<float> xyz = Vector128.ConditionalSelect(
            Vector128.GreaterThan(f, Vector128.Create(Delta)), f * f * f, (f - Vector128.Create(LinearOffset)) / LinearSlope);
        Vector128<float> linear =
            (Inverse.X * xyz.GetElement(0)) + (Inverse.Y * xyz.GetElement(1)) + (Inverse.Z * xyz.GetElement(2));
        return SrgbCurve.Encode(linear).WithElement(3, lab.W).AsVector4();
    }

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

    private static (Vector128<float> X, Vector128<float> Y, Vector128<float> Z) InvertMatrix()
    {
        var matrix = new Matrix4x4(
            FromRed[0], FromRed[1], FromRed[2], 0,
            FromGreen[0], FromGreen[1], FromGreen[2], 0,
            FromBlue[0], FromBlue[1], FromBlue[2], 0,
            0, 0, 0, 1);
        Matrix4x4.Invert(matrix, out Matrix4x4 inverse);
        return (Row(inverse.M11, inverse.M12, inverse.M13), Row(inverse.M21, inverse.M22, inverse.M23), Row(inverse.M31, inverse.M32, inverse.M33));

        static Vector128<float> Row(float x, float y, float z) => Vector128.Create(x, y, z, 0);
    }

    private readonly struct Body(Vector4* source, Vector4* destination, int width, bool toLab) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            if (toLab)
            {
                for (nint i = (nint)from * width; i < end; i++)
                    destination[i] = FromWorking(source[i]);
            }
            else
            {
                for (nint i = (nint)from * width; i < end; i++)
                    destination[i] = ToWorking(source[i]);
            }
        }
    }
}
