using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis;

/// <summary>Shapes and displacements as x, y and z of the surface's points in turn.</summary>
internal static class Coordinates
{
    public const int Count = 3 * FaceMeshIndices.SurfaceCount;

    /// <summary>The coordinates on the raster; what is left over is depth.</summary>
    public static bool IsFrontal(int coordinate) => coordinate % 3 != 2;

    public static double[] Of(FaceShape shape)
    {
        double[] coordinates = new double[Count];
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            Vector3 point = shape.Points[i];
            (coordinates[3 * i], coordinates[3 * i + 1], coordinates[3 * i + 2]) = (point.X, point.Y, point.Z);
        }

        return coordinates;
    }

    public static double[] Subtract(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    public static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    public static double[] Scale(double[] a, double factor) => [.. a.Select(x => factor * x)];

    public static double[] Mean(IReadOnlyCollection<double[]> all)
    {
        double[] sum = new double[Count];
        foreach (double[] one in all)
        {
            for (int i = 0; i < Count; i++)
                sum[i] += one[i] / all.Count;
        }

        return sum;
    }

    public static double[] Median(IReadOnlyList<double[]> all)
    {
        double[] median = new double[Count], column = new double[all.Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < column.Length; j++)
                column[j] = all[j][i];
            Array.Sort(column);
            median[i] = column[column.Length / 2];
        }

        return median;
    }

    public static double Dot(double[] a, double[] b, Func<int, bool> counts)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            if (counts(i))
                sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The root mean square length of a displacement seen from the front.</summary>
    public static double FrontalRms(double[] displacement) => Math.Sqrt(Dot(displacement, displacement, IsFrontal) / FaceMeshIndices.SurfaceCount);
}
