using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Finds the pixels of a float plate that say nothing.</summary>
public static unsafe class MissingPixels
{
    private const int RowGrain = 8;
    private const float MostMagnitude = 65504;

    // How far a colour of a wide gamut lies below black in Rec.709's terms, at most, in its largest channel: ACES AP0's
    // cyan is the worst, at 1.08.
    private const float Saturation = 1.25f;

    /// <summary>Whether <see cref="Mark"/> would find any: mostly there is none.</summary>
    /// <inheritdoc cref="Mark"/>
    public static bool Any(PixelView source, RectI region, float lowest, bool isWideGamut, ImageBuffer working)
    {
        using Scratch counts = Scratch.Of<int>(Math.Max(1, region.Height));
        var rows = (int*)counts.Pointer;
        Run(source, region, lowest, isWideGamut, working, isMarked: false, rows);
        return new ReadOnlySpan<int>(rows, region.Height).ContainsAnyExcept(0);
    }

    /// <summary>
    /// Makes pixels not-a-number in every channel whose host values are not finite or beyond binary16's largest, or
    /// that lie far below black.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="region">Pixels of it, inside the image.</param>
    /// <param name="lowest">A working value below this in any colour channel is a defect; negative.</param>
    /// <param name="isWideGamut">Whether colours can be so saturated that Rec.709 has them below black: then only a value
    /// that no saturation explains is a defect.</param>
    /// <param name="working">The region in the working space; changed in place.</param>
    /// <exception cref="ArgumentException">Sizes don't fit, or the region sticks out.</exception>
    public static void Mark(PixelView source, RectI region, float lowest, bool isWideGamut, ImageBuffer working)
    {
        using Scratch counts = Scratch.Of<int>(Math.Max(1, region.Height));
        Run(source, region, lowest, isWideGamut, working, isMarked: true, (int*)counts.Pointer);
    }

    private static void Run(PixelView source, RectI region, float lowest, bool isWideGamut, ImageBuffer working, bool isMarked, int* counts)
    {
        BufferShape.RequireSize(working, region.Width, region.Height);
        if (!source.Bounds.Contains(region))
            throw new ArgumentException("Missing pixels are looked for inside the image; cut the region to it.", nameof(region));
        Executor.For(0, region.Height, RowGrain, new Body(source, region, lowest, isWideGamut, working.Pointer, isMarked, counts));
    }

    private readonly struct Body(PixelView source, RectI region, float lowest, bool isWideGamut, Vector4* working, bool isMarked, int* counts) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int width = region.Width;
            using Scratch scratch = Scratch.Of<Vector4>(width);
            for (int y = from; y < to; y++)
            {
                RowCodec.Load(source, region.X1, region.Y1 + y, width, scratch.Vectors);
                Vector4* row = working + ((nint)y * width);
                counts[y] = 0;
                nint next = y + 1 < to ? source.PixelAddress(region.X1, region.Y1 + y + 1) : 0;
                for (int x = 0; x < width; x++)
                {
                    // The next row lies far away in memory: it is asked for meanwhile.
                    if (Sse.IsSupported && next != 0 && (x & 1) == 0)
                        Sse.Prefetch0((byte*)next + (x * (nint)source.BytesPerPixel));
                    if (x < width - 1 && AreUsable(scratch.Vectors + x, row + x))
                    {
                        x++;
                        continue;
                    }

                    Vector4 host = Vector4.Abs(scratch.Vectors[x]);
                    bool isUsable = Vector128.LessThanOrEqualAll(host.AsVector128(), Vector128.Create(MostMagnitude)) && IsColour(row[x]);
                    if (isUsable)
                        continue;
                    counts[y]++;
                    if (isMarked)
                        row[x] = new Vector4(float.NaN);
                }
            }
        }

        // Two pixels nearly all of which are.
        private bool AreUsable(Vector4* hosts, Vector4* pixels)
        {
            Vector256<float> colours = PixelPairs.WithAlpha(Vector256.Load((float*)pixels), Vector256<float>.Zero);
            return Vector256.LessThanOrEqualAll(Vector256.Abs(Vector256.Load((float*)hosts)), Vector256.Create(MostMagnitude))
                && Vector256.GreaterThanOrEqualAll(colours, Vector256.Create(lowest));
        }

        private bool IsColour(Vector4 pixel)
        {
            float least = isWideGamut ? Math.Min(lowest, -Saturation * Math.Max(pixel.X, Math.Max(pixel.Y, pixel.Z))) : lowest;
            return pixel.X >= least && pixel.Y >= least && pixel.Z >= least;
        }
    }
}
