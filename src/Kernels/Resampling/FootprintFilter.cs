using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>The filter behind <see cref="AreaSampler"/>, which says what it computes.</summary>
internal static unsafe class FootprintFilter
{
    private const int RowGrain = 4;

    /// <summary>Samples an image at the centres of destination pixels.</summary>
    /// <param name="source">The image; one of no pixels reads as zero.</param>
    /// <param name="map">Continuous destination to continuous source coordinates; may be singular.</param>
    /// <param name="outside">What lies beyond the source's sides.</param>
    /// <param name="destination">The pixels to compute. What one becomes doesn't depend on which others are computed.</param>
    /// <param name="sink">What takes them.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    public static void Run<TRows, TSink>(TRows source, Affine2D map, EdgeMode outside, RectI destination, TSink sink)
        where TRows : struct, IRowSource
        where TSink : struct, IPixelSink
    {
        RequireFinite(map);
        if (destination.IsEmpty)
            return;

        if (source.Width == 0 || source.Height == 0)
        {
            Blank(destination, sink);
            return;
        }

        var horizontal = new FootprintAxis(map.Xx, map.Xy, map.Tx, source.Width);
        var vertical = new FootprintAxis(map.Yx, map.Yy, map.Ty, source.Height);
        RectI needed = CellsFor(horizontal, vertical, destination);
        if (horizontal.Cell == 1 && vertical.Cell == 1 && source.TryCells(needed, out CellGrid pixels))
        {
            Run(horizontal, vertical, IsTurned(map), pixels, destination, sink);
            return;
        }

        int stride = CellGrid.StrideFor(needed.Width);
        using Scratch scratch = Scratch.Of<Vector4>((long)stride * needed.Height);
        BoxReduction.Reduce(source, horizontal.Cell, vertical.Cell, outside, needed, scratch.Vectors, stride);
        Run(horizontal, vertical, IsTurned(map), new CellGrid(needed, scratch.Vectors, stride), destination, sink);
    }

    /// <summary>Refuses a map with a number that is not finite.</summary>
    public static void RequireFinite(Affine2D map)
    {
        if (!map.IsFinite)
            throw new ArgumentException($"The affine map {map} holds a number that is not finite; give a finite one.", nameof(map));
    }

    // What an image of no pixels gives.
    private static void Blank<TSink>(RectI destination, TSink sink)
        where TSink : struct, IPixelSink => Executor.For(destination.Y1, destination.Y2, RowGrain, new BlankBody<TSink>(destination, sink));

    /// <summary>Whether a map mixes columns and rows.</summary>
    public static bool IsTurned(Affine2D map) => map.Xy != 0 || map.Yx != 0;

    /// <summary>The cells that a destination's pixels are computed from.</summary>
    public static RectI CellsFor(in FootprintAxis horizontal, in FootprintAxis vertical, RectI destination)
    {
        (int x1, int x2) = horizontal.CellsFor(destination);
        (int y1, int y2) = vertical.CellsFor(destination);
        return new RectI(x1, y1, x2, y2);
    }

    /// <summary>Samples cells at the centres of destination pixels.</summary>
    /// <param name="horizontal">How the destination lies along the source's columns.</param>
    /// <param name="vertical">How it lies along the source's rows.</param>
    /// <param name="isTurned">Whether a step along one of the destination's axes goes along both.</param>
    /// <param name="cells">As <see cref="CellsFor"/> says.</param>
    /// <param name="destination">The pixels to compute, at least one.</param>
    /// <param name="sink">What takes them.</param>
    public static void Run<TSink>(in FootprintAxis horizontal, in FootprintAxis vertical, bool isTurned, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        if (isTurned)
            TurnedFootprint.Run(horizontal, vertical, cells, destination, sink);
        else
            AlignedFootprint.Run(horizontal, vertical, cells, destination, sink);
    }

    private readonly struct BlankBody<TSink>(RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            Vector4* room = stackalloc Vector4[TapRun.Most];
            for (int y = from; y < to; y++)
            {
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    Vector4* values = sink.Place(x, y, room);
                    new Span<Vector4>(values, count).Clear();
                    sink.Store(x, y, count, values);
                }
            }
        }
    }
}
