using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Finds lines that are darker than what lies on both sides of them.</summary>
public static unsafe class DarkLines
{
    private const int RowGrain = 16;

    // Darker than this nothing stands out.
    private const float Floor = 0.05f;

    /// <summary>
    /// How much darker each pixel is than both pixels at a distance from it on opposite sides, relative to them, in that
    /// of four directions in which it is the most: 0 to 1, 0 where it isn't darker. Edges and slopes give 0. Beyond the
    /// plane's sides there is nothing to compare with.
    /// </summary>
    /// <param name="lightness">Finite values; light is at least 0.</param>
    /// <param name="reach">How far away both sides are looked at, in pixels, at least 1: more than half of the widest line.</param>
    /// <param name="darkness">Of the same size; not <paramref name="lightness"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reach is below 1.</exception>
    public static void Apply(Plane lightness, int reach, Plane darkness)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 1);
        BufferShape.RequireSize(darkness, lightness.Width, lightness.Height);
        Executor.For(0, lightness.Height, RowGrain, new Body(lightness.Pointer, reach, darkness.Pointer, lightness.Width, lightness.Height));
    }

    private readonly struct Body(float* lightness, int reach, float* darkness, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            // As far along the diagonals as along the axes.
            int diagonal = Math.Max(1, (int)MathF.Round(reach * 0.70710678f));
            for (int y = from; y < to; y++)
            {
                float* row = lightness + ((nint)y * width), found = darkness + ((nint)y * width);

                // Where there is something on both sides in all directions, eight pixels at a time.
                int x = 0, end = y >= reach && y + reach < height ? width - reach : 0;
                for (; x < Math.Min(reach, width); x++)
                    found[x] = At(x, y, diagonal);
                nint down = (nint)reach * width, aslant = (nint)diagonal * width;
                for (; x <= end - Vector256<float>.Count; x += Vector256<float>.Count)
                {
                    float* at = row + x;
                    Vector256<float> across = Vector256.MaxNative(Beside(at, reach), Beside(at, down));
                    Vector256<float> beside = Vector256.MaxNative(across, Vector256.MaxNative(Beside(at, aslant + diagonal), Beside(at, aslant - diagonal)));
                    Vector256<float> share = (beside - Vector256.Load(at)) / Vector256.MaxNative(beside, Vector256.Create(Floor));
                    Vector256.MaxNative(share, Vector256<float>.Zero).Store(found + x);
                }

                for (; x < width; x++)
                    found[x] = At(x, y, diagonal);
            }
        }

        // The darker one of both sides. How much darker than it a pixel is grows with it: only the lightest of a pixel's four counts.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Beside(float* at, nint step) => Vector256.MinNative(Vector256.Load(at - step), Vector256.Load(at + step));

        private float At(int x, int y, int diagonal)
        {
            float across = MathF.Max(Beside(x, y, reach, 0), Beside(x, y, 0, reach));
            float beside = MathF.Max(across, MathF.Max(Beside(x, y, diagonal, diagonal), Beside(x, y, diagonal, -diagonal)));
            return MathF.Max(0, (beside - lightness[((nint)y * width) + x]) / MathF.Max(beside, Floor));
        }

        // Beyond the sides lies nothing that is lighter.
        private float Beside(int x, int y, int dx, int dy)
        {
            if (x < dx || x + dx >= width || Math.Min(y - dy, y + dy) < 0 || Math.Max(y - dy, y + dy) >= height)
                return float.MinValue;
            return MathF.Min(lightness[((nint)(y - dy) * width) + x - dx], lightness[((nint)(y + dy) * width) + x + dx]);
        }
    }
}
