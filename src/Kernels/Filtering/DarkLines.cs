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
                for (int x = 0; x < width; x++)
                {
                    float across = MathF.Max(Between(x, y, reach, 0), Between(x, y, 0, reach));
                    float aslant = MathF.Max(Between(x, y, diagonal, diagonal), Between(x, y, diagonal, -diagonal));
                    darkness[((nint)y * width) + x] = MathF.Max(across, aslant);
                }
            }
        }

        private float Between(int x, int y, int dx, int dy)
        {
            if (x < dx || x + dx >= width || Math.Min(y - dy, y + dy) < 0 || Math.Max(y - dy, y + dy) >= height)
                return 0;
            float before = lightness[((nint)(y - dy) * width) + x - dx], after = lightness[((nint)(y + dy) * width) + x + dx];
            float beside = MathF.Min(before, after);
            return MathF.Max(0, (beside - lightness[((nint)y * width) + x]) / MathF.Max(beside, Floor));
        }
    }
}
