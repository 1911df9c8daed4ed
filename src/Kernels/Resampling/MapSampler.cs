using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Samples an image at coordinates given per pixel (an ST map in pixels).</summary>
public static unsafe class MapSampler
{
    private const int RowGrain = 8;

    /// <summary>
    /// Catmull-Rom bicubic samples where the coverage is above 0, transparent black elsewhere. Beyond the source's
    /// sides its nearest pixels are repeated. Within 2e-6 of the source's largest magnitude of the same sum in double
    /// precision.
    /// </summary>
    /// <param name="source">The image; finite, at least one pixel unless nothing is covered.</param>
    /// <param name="coordinates">X and Y: continuous source coordinates (a pixel's centre lies at +0.5). A coordinate
    /// that is not a number counts as not covered.</param>
    /// <param name="coverage">Of the coordinates' size.</param>
    /// <param name="destination">Of the coordinates' size; may be <paramref name="coordinates"/>, not <paramref name="source"/>.</param>
    public static void Sample(ImageBuffer source, ImageBuffer coordinates, Plane coverage, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(coordinates);
        BufferShape.RequireSize(coverage, coordinates.Width, coordinates.Height);
        BufferShape.RequireSize(destination, coordinates.Width, coordinates.Height);
        if (source.Length == 0)
        {
            destination.Pixels.Clear();
            return;
        }

        Executor.For(0, coordinates.Height, RowGrain, new Body(
            source.Pointer, source.Width, source.Height, coordinates.Pointer, coverage.Pointer, destination.Pointer, coordinates.Width));
    }

    /// <summary>The same of a plane; 0 where nothing is covered.</summary>
    /// <param name="source">The plane; finite, at least one value unless nothing is covered.</param>
    /// <param name="coordinates">X and Y: continuous source coordinates.</param>
    /// <param name="coverage">Of the coordinates' size.</param>
    /// <param name="destination">Of the coordinates' size; may be <paramref name="coverage"/>, not <paramref name="source"/>.</param>
    public static void Sample(Plane source, ImageBuffer coordinates, Plane coverage, Plane destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(coordinates);
        BufferShape.RequireSize(coverage, coordinates.Width, coordinates.Height);
        BufferShape.RequireSize(destination, coordinates.Width, coordinates.Height);
        if (source.Length == 0)
        {
            destination.Values.Clear();
            return;
        }

        Executor.For(0, coordinates.Height, RowGrain, new PlaneBody(
            source.Pointer, source.Width, source.Height, coordinates.Pointer, coverage.Pointer, destination.Pointer, coordinates.Width));
    }

    private readonly struct PlaneBody(
        float* source, int sourceWidth, int sourceHeight, Vector4* coordinates, float* coverage, float* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            for (nint i = (nint)from * width; i < end; i++)
            {
                Vector4 at = coordinates[i];
                destination[i] = coverage[i] > 0 && !float.IsNaN(at.X + at.Y) ? Sample(at.X, at.Y) : 0;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private float Sample(float x, float y)
        {
            // Two pixels beyond a side every tap already holds the side's pixel.
            float u = Math.Clamp(x - 0.5f, -2, sourceWidth + 1), v = Math.Clamp(y - 0.5f, -2, sourceHeight + 1), wholeU = MathF.Floor(u), wholeV = MathF.Floor(v);
            Vector256<float> weights = CatmullRom.Weights(Vector256.Create(Vector128.Create(u - wholeU), Vector128.Create(v - wholeV)));
            int left = (int)wholeU - 1, top = (int)wholeV - 1;
            bool isInside = left >= 0 && top >= 0 && left + 4 <= sourceWidth && top + 4 <= sourceHeight;
            Vector128<float> columns = isInside ? Inside(source + ((nint)top * sourceWidth) + left, weights.GetUpper()) : Clamped(left, top, weights.GetUpper());
            return Vector128.Dot(columns, weights.GetLower());
        }

        // The sums of four columns.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector128<float> Inside(float* row, Vector128<float> weightsY) =>
            (Vector128.Load(row) * weightsY.GetElement(0))
            + (Vector128.Load(row + sourceWidth) * weightsY.GetElement(1))
            + (Vector128.Load(row + ((nint)2 * sourceWidth)) * weightsY.GetElement(2))
            + (Vector128.Load(row + ((nint)3 * sourceWidth)) * weightsY.GetElement(3));

        private Vector128<float> Clamped(int left, int top, Vector128<float> weightsY)
        {
            Vector128<float> sum = Vector128<float>.Zero;
            for (int j = 0; j < 4; j++)
            {
                float* row = source + ((nint)Math.Clamp(top + j, 0, sourceHeight - 1) * sourceWidth);
                Vector128<float> taps = Vector128.Create(Tap(row, left), Tap(row, left + 1), Tap(row, left + 2), Tap(row, left + 3));
                sum += taps * weightsY.GetElement(j);
            }

            return sum;
        }

        private float Tap(float* row, int x) => row[Math.Clamp(x, 0, sourceWidth - 1)];
    }

    private readonly struct Body(
        Vector4* source, int sourceWidth, int sourceHeight, Vector4* coordinates, float* coverage, Vector4* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            for (nint i = (nint)from * width; i < end; i++)
            {
                Vector4 at = coordinates[i];
                destination[i] = coverage[i] > 0 && !float.IsNaN(at.X + at.Y) ? Sample(at.X, at.Y) : Vector4.Zero;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 Sample(float x, float y)
        {
            // Two pixels beyond a side every tap already holds the side's pixel.
            float u = Math.Clamp(x - 0.5f, -2, sourceWidth + 1);
            float v = Math.Clamp(y - 0.5f, -2, sourceHeight + 1);
            float floorU = MathF.Floor(u);
            float floorV = MathF.Floor(v);
            var offsets = Vector128.Create(-1f, 0, 1, 2);
            Vector128<float> weightsX = CatmullRom.Weight(offsets - Vector128.Create(u - floorU));
            Vector128<float> weightsY = CatmullRom.Weight(offsets - Vector128.Create(v - floorV));

            int left = (int)floorU - 1;
            int top = (int)floorV - 1;
            if (left >= 0 && top >= 0 && left + 4 <= sourceWidth && top + 4 <= sourceHeight)
            {
                Vector4* row = source + ((nint)top * sourceWidth) + left;
                return (Line(row, weightsX) * weightsY.GetElement(0))
                    + (Line(row + sourceWidth, weightsX) * weightsY.GetElement(1))
                    + (Line(row + ((nint)2 * sourceWidth), weightsX) * weightsY.GetElement(2))
                    + (Line(row + ((nint)3 * sourceWidth), weightsX) * weightsY.GetElement(3));
            }

            return SampleClamped(left, top, weightsX, weightsY);
        }

        private Vector4 SampleClamped(int left, int top, Vector128<float> weightsX, Vector128<float> weightsY)
        {
            Vector4 sum = Vector4.Zero;
            for (int j = 0; j < 4; j++)
            {
                Vector4* row = source + ((nint)Math.Clamp(top + j, 0, sourceHeight - 1) * sourceWidth);
                Vector4 line = Vector4.Zero;
                for (int i = 0; i < 4; i++)
                    line += row[Math.Clamp(left + i, 0, sourceWidth - 1)] * weightsX.GetElement(i);
                sum += line * weightsY.GetElement(j);
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector4 Line(Vector4* row, Vector128<float> weights) =>
            (row[0] * weights.GetElement(0)) + (row[1] * weights.GetElement(1))
            + (row[2] * weights.GetElement(2)) + (row[3] * weights.GetElement(3));
    }
}
