using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Finds the pixels of a float plate that say nothing.</summary>
public static unsafe class MissingPixels
{
    private const int RowGrain = 8;
    private const float MostMagnitude = 65504;

    /// <summary>
    /// Makes pixels not-a-number in every channel whose host values are not finite or beyond binary16's largest, or
    /// that lie far below black.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="region">Pixels of it, inside the image.</param>
    /// <param name="lowest">A working value below this in any colour channel is a defect; negative.</param>
    /// <param name="working">The region in the working space; changed in place.</param>
    /// <exception cref="ArgumentException">Sizes don't fit, or the region sticks out.</exception>
    public static void Mark(PixelView source, RectI region, float lowest, ImageBuffer working)
    {
        BufferShape.RequireSize(working, region.Width, region.Height);
        if (!source.Bounds.Contains(region))
            throw new ArgumentException("Missing pixels are looked for inside the image; cut the region to it.", nameof(region));
        Executor.For(0, region.Height, RowGrain, new Body(source, region, lowest, working.Pointer));
    }

    private readonly struct Body(PixelView source, RectI region, float lowest, Vector4* working) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int width = region.Width;
            using Scratch scratch = Scratch.Of<Vector4>(width);
            for (int y = from; y < to; y++)
            {
                RowCodec.Load(source, region.X1, region.Y1 + y, width, scratch.Vectors);
                Vector4* row = working + ((nint)y * width);
                for (int x = 0; x < width; x++)
                {
                    Vector4 host = Vector4.Abs(scratch.Vectors[x]);
                    bool isUsable = host.X <= MostMagnitude && host.Y <= MostMagnitude && host.Z <= MostMagnitude && host.W <= MostMagnitude
                        && row[x].X >= lowest && row[x].Y >= lowest && row[x].Z >= lowest;
                    if (!isUsable)
                        row[x] = new Vector4(float.NaN);
                }
            }
        }
    }
}
