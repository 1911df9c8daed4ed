using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Basis;

/// <summary>A face seen in a mirror: which surface point becomes which.</summary>
internal static class Mirror
{
    private static readonly int[] Pairs = FindPairs();

    /// <summary>Mirrors offsets or coordinates in the canonical frame, three a point.</summary>
    public static double[] Apply(double[] coordinates)
    {
        double[] mirrored = new double[coordinates.Length];
        for (int i = 0; i < Pairs.Length; i++)
        {
            mirrored[3 * i] = -coordinates[3 * Pairs[i]];
            mirrored[3 * i + 1] = coordinates[3 * Pairs[i] + 1];
            mirrored[3 * i + 2] = coordinates[3 * Pairs[i] + 2];
        }

        return mirrored;
    }

    // The canonical face is its own mirror image; only the inner edges of its closed lips, which touch, have to be told
    // apart by what they are.
    private static int[] FindPairs()
    {
        int[] pairs = new int[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = Nearest(CanonicalFace.Points[i]);
        PairEnds(FaceMeshIndices.InnerUpperLip, pairs);
        PairEnds(FaceMeshIndices.InnerLowerLip, pairs);
        return pairs;
    }

    private static int Nearest(Vector3 point)
    {
        int best = 0;
        Vector3 wanted = point with { X = -point.X };
        for (int i = 1; i < FaceMeshIndices.SurfaceCount; i++)
        {
            if (Vector3.DistanceSquared(CanonicalFace.Points[i], wanted) < Vector3.DistanceSquared(CanonicalFace.Points[best], wanted))
                best = i;
        }

        return best;
    }

    private static void PairEnds(ReadOnlySpan<int> edge, int[] pairs)
    {
        for (int i = 0; i < edge.Length; i++)
            pairs[edge[i]] = edge[edge.Length - 1 - i];
    }
}
