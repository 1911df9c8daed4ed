using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Adds up tiles whose sides fade into each other's.</summary>
public static unsafe class TileSum
{
    private const int RowGrain = 16;

    /// <summary>sum += columns · rows · tile, red, green and blue, where the tile lies in the sum; alpha stays.</summary>
    /// <param name="planar">The tile's 3 planes of side × side, red, green, blue; clamped to [0, 1].</param>
    /// <param name="weights">How much each of the tile's columns counts, and each of its rows.</param>
    /// <param name="left">The tile's first column in the sum; may lie outside.</param>
    /// <param name="top">The tile's first row in the sum; may lie outside.</param>
    /// <param name="sum">Changed in place.</param>
    /// <exception cref="ArgumentException">The tile isn't of three planes as wide and high as there are weights.</exception>
    public static void Add(ReadOnlySpan<float> planar, ReadOnlySpan<float> weights, int left, int top, ImageBuffer sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        int side = weights.Length;
        if (planar.Length != 3L * side * side)
            throw new ArgumentException($"A tile of 3×{side}×{side} has {3L * side * side} floats, not {planar.Length}.", nameof(planar));

        RectI part = new RectI(left, top, left + side, top + side).Intersect(sum.Bounds);
        fixed (float* tile = planar, weight = weights)
            Executor.For(part.Y1, part.Y2, RowGrain, new Body(tile, weight, side, left, top, part, sum.Pointer, sum.Width));
    }

    private readonly struct Body(float* tile, float* weights, int side, int left, int top, RectI part, Vector4* sum, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint plane = (nint)side * side;
            for (int y = from; y < to; y++)
            {
                float* row = tile + ((nint)(y - top) * side) - left;
                Vector4* target = sum + ((nint)y * width);
                float rowWeight = weights[y - top];
                for (int x = part.X1; x < part.X2; x++)
                {
                    Vector3 colour = Vector3.Clamp(new Vector3(row[x], row[plane + x], row[(2 * plane) + x]), Vector3.Zero, Vector3.One);
                    target[x] += new Vector4(rowWeight * weights[x - left] * colour, 0);
                }
            }
        }
    }
}
