using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Warping;

/// <summary>
/// ST maps as compositing programs read them: in red and green the place in another picture, normalised to its size,
/// (0, 0) at the lower-left corner of its lower-left pixel and (1, 1) at the upper-right corner of its upper-right one
/// (so that pixel centres lie at (i + 0.5) / size); nothing in blue; in alpha 1 where the map says anything, else 0
/// in all channels.
/// </summary>
public static unsafe class StMap
{
    private const int RowGrain = 16;

    /// <summary>Turns continuous raster coordinates, first row on top, into an ST map.</summary>
    /// <param name="coordinates">X and Y in pixels; changed in place.</param>
    /// <param name="defined">Of the same size; above 0 where the coordinates mean something.</param>
    /// <param name="width">Columns of the picture that they lie in, at least 1.</param>
    /// <param name="height">Its rows, at least 1.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Normalise(ImageBuffer coordinates, Plane defined, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        BufferShape.RequireSize(defined, coordinates.Width, coordinates.Height);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Executor.For(0, coordinates.Height, RowGrain, new Body(coordinates.Pointer, defined.Pointer, coordinates.Width, width, height));
    }

    /// <summary>Takes for undefined what lies outside a rectangle or is not a number.</summary>
    /// <param name="coordinates">X and Y.</param>
    /// <param name="within">The rectangle, in the coordinates' unit; its far sides are outside.</param>
    /// <param name="defined">Of the same size; set to 0 there.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Confine(ImageBuffer coordinates, RectI within, Plane defined)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        BufferShape.RequireSize(defined, coordinates.Width, coordinates.Height);
        Executor.For(0, coordinates.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> places = coordinates.Row(y);
                Span<float> row = defined.Row(y);
                for (int x = 0; x < row.Length; x++)
                {
                    Vector4 at = places[x];
                    if (!(at.X >= within.X1 && at.X < within.X2 && at.Y >= within.Y1 && at.Y < within.Y2))
                        row[x] = 0;
                }
            }
        });
    }

    /// <summary>Adds to every coordinate: the same places of a part of the picture, or of one that it is a part of.</summary>
    /// <param name="coordinates">X and Y; changed in place.</param>
    /// <param name="dx">Columns.</param>
    /// <param name="dy">Rows.</param>
    public static void Shift(ImageBuffer coordinates, float dx, float dy)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        Vector4 shift = new(dx, dy, 0, 0);
        Executor.For(0, coordinates.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                foreach (ref Vector4 at in coordinates.Row(y))
                    at += shift;
            }
        });
    }

    /// <summary>Makes a picture opaque where a map is defined and transparent black elsewhere.</summary>
    /// <param name="picture">Changed in place.</param>
    /// <param name="defined">Of the same size; above 0 where there is something.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Cut(ImageBuffer picture, Plane defined)
    {
        ArgumentNullException.ThrowIfNull(picture);
        BufferShape.RequireSize(defined, picture.Width, picture.Height);
        Executor.For(0, picture.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<float> there = defined.Row(y);
                Span<Vector4> row = picture.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] = there[x] > 0 ? row[x] with { W = 1 } : Vector4.Zero;
            }
        });
    }

    private readonly struct Body(Vector4* coordinates, float* defined, int columns, float width, float height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * columns; i < (nint)to * columns; i++)
            {
                Vector4 at = coordinates[i];
                coordinates[i] = defined[i] > 0 ? new Vector4(at.X / width, (height - at.Y) / height, 0, 1) : Vector4.Zero;
            }
        }
    }
}
