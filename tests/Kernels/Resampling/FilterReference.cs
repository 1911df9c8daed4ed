using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Resampling;

/// <summary>The samplers' filters, written down as plainly as their documentation and in double precision.</summary>
internal static class FilterReference
{
    /// <summary>The value of one destination pixel of the area sampler.</summary>
    public static Vector4 Sample(HostImage source, Affine2D map, EdgeMode outside, int x, int y)
    {
        (double sx, double sy) = map.Apply(x + 0.5, y + 0.5);
        (int nx, (int Cell, double Weight)[] columns) = Taps(sx, map.Xx, map.Xy, map.Tx);
        (int ny, (int Cell, double Weight)[] rows) = Taps(sy, map.Yx, map.Yy, map.Ty);
        double[] sum = new double[4];
        foreach ((int cy, double wy) in rows)
        {
            foreach ((int cx, double wx) in columns)
            {
                for (int py = cy * ny; py < (cy + 1) * ny; py++)
                {
                    for (int px = cx * nx; px < (cx + 1) * nx; px++)
                        Add(sum, Pixel(source, px, py, outside), wx * wy / (nx * ny));
                }
            }
        }

        return new Vector4((float)sum[0], (float)sum[1], (float)sum[2], (float)sum[3]);
    }

    public static double CatmullRom(double distance)
    {
        double d = Math.Abs(distance);
        return d < 1 ? (1.5 * d * d * d) - (2.5 * d * d) + 1
            : d < 2 ? (-0.5 * d * d * d) + (2.5 * d * d) - (4 * d) + 2
            : 0;
    }

    public static (double R, double G, double B, double A) Pixel(HostImage source, int x, int y, EdgeMode outside)
    {
        int nearX = Math.Clamp(x, 0, source.View.Width - 1);
        int nearY = Math.Clamp(y, 0, source.View.Height - 1);
        return outside == EdgeMode.Zero && (nearX != x || nearY != y) ? default : source.Rgba(nearX, nearY);
    }

    public static void Add(double[] sum, (double R, double G, double B, double A) pixel, double weight)
    {
        sum[0] += pixel.R * weight;
        sum[1] += pixel.G * weight;
        sum[2] += pixel.B * weight;
        sum[3] += pixel.A * weight;
    }

    private static (int Cell, (int, double)[] Taps) Taps(double position, double dx, double dy, double translation)
    {
        double footprint = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        bool isWhole = footprint >= 3 && dx * dy == 0 && Math.IEEERemainder(footprint, 1) == 0 && Math.IEEERemainder(translation, footprint) == 0;
        int cell = isWhole ? (int)footprint : footprint < 2.84 ? 1 : (int)(footprint / 1.42);
        double stretch = footprint / cell;
        double centre = (position / cell) - 0.5;
        (int Cell, double Weight)[] taps =
        [
            .. Enumerable.Range((int)Math.Floor(centre) - 8, 17)
                .Select(i => (Cell: i, Weight: CatmullRom((i - centre) / stretch)))
                .Where(tap => tap.Weight != 0),
        ];
        double total = taps.Sum(tap => tap.Weight);
        return (cell, [.. taps.Select(tap => (tap.Cell, tap.Weight / total))]);
    }
}
