using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>A soft edge that is wider towards one side of a shape than towards another.</summary>
/// <remarks>
/// A pixel in the direction (x, y), of length 1, from the shape's centre has the width x²·(left or right) + y²·(top or
/// bottom), which is each side's own straight towards it and goes over from one to the next without a bend. Where the
/// pixel is nearer to the centre than half way to the sides, it has ever more of the four's mean, which it is at the
/// centre.
/// </remarks>
public static unsafe class DirectionalFeather
{
    private const int RowGrain = 16;

    // Up to this distance from the centre, 1 being the sides, the mean has a share.
    private const float MeanReach = 0.5f;

    /// <summary>
    /// Smoothstep of each distance from 0 to the width at its place: exactly 0 where the distance is, 1 from the width
    /// on. Not-a-number distances give 0.
    /// </summary>
    /// <param name="distance">Distances from the shape's outline, in pixels; 0 outside.</param>
    /// <param name="toShape">From the plane's continuous coordinates to the shape's own: its centre is (0, 0), its right
    /// side lies at x = 1 and its bottom at y = 1.</param>
    /// <param name="widths">The widths.</param>
    /// <param name="destination">Of the same size; may be <paramref name="distance"/>.</param>
    public static void Apply(Plane distance, Affine2D toShape, FeatherWidths widths, Plane destination)
    {
        ArgumentNullException.ThrowIfNull(distance);
        BufferShape.RequireSize(destination, distance.Width, distance.Height);
        if (widths.IsUniform)
            Feather.Smoothstep(distance, 0, widths.Top, destination);
        else
            Executor.For(0, distance.Height, RowGrain, new Body(distance.Pointer, toShape, widths, destination.Pointer, distance.Width));
    }

    /// <summary>The width at a place.</summary>
    /// <param name="place">In the shape's own coordinates.</param>
    /// <param name="widths">The widths.</param>
    public static float WidthAt(Vector2 place, FeatherWidths widths)
    {
        float mean = (widths.Top + widths.Bottom + widths.Left + widths.Right) / 4;
        float squared = place.LengthSquared();
        if (!(squared > 0))
            return mean;
        Vector2 shares = place * place / squared;
        float width = (shares.X * (place.X < 0 ? widths.Left : widths.Right)) + (shares.Y * (place.Y < 0 ? widths.Top : widths.Bottom));
        return mean + (Feather.Smoothstep(MathF.Sqrt(squared), 0, MeanReach) * (width - mean));
    }

    private readonly struct Body(float* distance, Affine2D toShape, FeatherWidths widths, float* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                nint row = (nint)y * width;
                for (int x = 0; x < width; x++)
                {
                    float inwards = distance[row + x];
                    destination[row + x] = inwards > 0
                        ? Feather.Smoothstep(inwards, 0, WidthAt(toShape.Apply(new Vector2(x + 0.5f, y + 0.5f)), widths))
                        : 0;
                }
            }
        }
    }
}
