using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Warping;

/// <summary>Moves the pixels of a part of a frame by a field of displacements.</summary>
public static unsafe class DisplacementWarp
{
    private const int RowGrain = 8;

    // Towards the image's sides a displacement shrinks to this share of the distance from them, so that nothing is
    // taken from beyond and the last row isn't smeared.
    private const float MostOfDistance = 0.75f;

    // The field counts whole from this value of W on: what is moved there by less than a pixel fades into what isn't.
    private const float WholeFrom = 0.04f;

    /// <summary>
    /// Each pixel becomes the bicubic sample of the image at its centre plus the displacement there, within the range of
    /// the sixteen pixels around that place; where the displacement is 0 it keeps its bits.
    /// </summary>
    /// <param name="grid">The field.</param>
    /// <param name="region">Where the image lies in the grid's frame.</param>
    /// <param name="image">The pixels, of the region's size; finite.</param>
    /// <param name="source">The same pixels, those that are missing as not-a-number; may be <paramref name="image"/>. A
    /// place with nothing but missing pixels around it stays what the image has there.</param>
    /// <param name="weighByAlpha">Whether colours count by their alpha, which is right for premultiplied plates.</param>
    /// <param name="warped">Of the region's size; none of the others.</param>
    /// <param name="weight">Of the region's size; 1 where the field counts, falling to exactly 0 where it ends.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Apply(
        DisplacementGrid grid, RectI region, ImageBuffer image, ImageBuffer source, bool weighByAlpha, ImageBuffer warped, Plane weight)
    {
        ArgumentNullException.ThrowIfNull(grid);
        BufferShape.RequireSize(image, region.Width, region.Height);
        BufferShape.RequireSize(source, region.Width, region.Height);
        BufferShape.RequireSize(warped, region.Width, region.Height);
        BufferShape.RequireSize(weight, region.Width, region.Height);
        using DisplacementRows rows = new(grid, region);
        var sampler = new PlateSampler(source.Pointer, region.Width, region.Height, weighByAlpha);
        Executor.For(0, region.Height, RowGrain, new Body(rows, sampler, image.Pointer, warped.Pointer, weight.Pointer, region.Width, region.Height));
    }

    private readonly struct Body(
        DisplacementRows rows, PlateSampler sampler, Vector4* image, Vector4* warped, float* weight, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(rows.LineLength);
            for (int y = from; y < to; y++)
            {
                nint row = (nint)y * width;
                if (!rows.Fold(y, scratch.Vectors))
                {
                    new Span<Vector4>(image + row, width).CopyTo(new Span<Vector4>(warped + row, width));
                    new Span<float>(weight + row, width).Clear();
                    continue;
                }

                for (int x = 0; x < width; x++)
                {
                    Vector4 field = rows.At(scratch.Vectors, x);
                    weight[row + x] = field.W >= WholeFrom ? 1 : Feather.Smoothstep(field.W, 0, WholeFrom);
                    warped[row + x] = Pixel(x, y, field.AsVector128(), image[row + x]);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 Pixel(int x, int y, Vector128<float> move, Vector4 unmoved)
        {
            // Columns and rows in the first two lanes; the others hold how much the field counts.
            move &= Vector128.Create(-1, -1, 0, 0).AsSingle();
            if (move == Vector128<float>.Zero)
                return unmoved;

            Vector128<float> centre = Vector128.Create(x + 0.5f, y + 0.5f, 0, 0), size = Vector128.Create(width, (float)height, 0, 0);
            move = Vector128.MinNative(Vector128.MaxNative(move, centre * -MostOfDistance), (size - centre) * MostOfDistance);
            return sampler.TrySample(centre + move, out Vector4 value) ? value : unmoved;
        }
    }
}
