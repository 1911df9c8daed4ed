using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Averages square cells of what a mask shows of an image.</summary>
public static unsafe class MaskedCells
{
    private const int RowGrain = 4;

    /// <summary>
    /// Every cell becomes the sum of mask·(red, green, blue, 1) over its pixels, divided by its area: divided by W it is the masked
    /// mean. Cells at the right and the lower side hold the pixels that are left. Where the mask is 0 the image isn't read.
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="mask">Of its size.</param>
    /// <param name="cell">A cell's side in pixels, at least 1.</param>
    /// <param name="cells">⌈width / cell⌉ × ⌈height / cell⌉.</param>
    /// <exception cref="ArgumentException">A size doesn't fit.</exception>
    public static void Average(ImageBuffer image, Plane mask, int cell, ImageBuffer cells)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell, 1);
        BufferShape.RequireSize(mask, image.Width, image.Height);
        BufferShape.RequireSize(cells, (image.Width + cell - 1) / cell, (image.Height + cell - 1) / cell);
        Executor.For(0, cells.Height, RowGrain, new Body(image.Pointer, mask.Pointer, image.Width, image.Height, cell, cells.Pointer, cells.Width));
    }

    private readonly struct Body(Vector4* image, float* mask, int width, int height, int cell, Vector4* cells, int columns) : IRangeBody
    {
        public void Run(int from, int to)
        {
            float share = 1f / ((float)cell * cell);
            for (int row = from; row < to; row++)
            {
                Vector4* sums = cells + (nint)row * columns;
                new Span<Vector4>(sums, columns).Clear();
                for (int y = row * cell; y < Math.Min((row + 1) * cell, height); y++)
                {
                    nint line = (nint)y * width;
                    for (int column = 0, x = 0; column < columns; column++)
                    {
                        Vector4 sum = sums[column];
                        for (int end = Math.Min(x + cell, width); x < end; x++)
                        {
                            float weight = mask[line + x];
                            if (weight != 0)
                                sum += weight * (image[line + x] with { W = 1 });
                        }

                        sums[column] = sum;
                    }
                }

                for (int column = 0; column < columns; column++)
                    sums[column] *= share;
            }
        }
    }
}
