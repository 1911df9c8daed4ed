using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Canonical;

/// <summary>The symmetric mean of many frontal faces by generalised Procrustes analysis.</summary>
internal static class MeanFace
{
    private const int Rounds = 10;

    /// <summary>478 points: unit the distance between the eyes' centres, origin between them, x right, y down, z away.</summary>
    /// <param name="faces">Meshes in square pixels.</param>
    public static Vector3[] Make(IReadOnlyList<Vector3[]> faces)
    {
        float[] weights = new float[FaceMeshIndices.Count];
        Array.Fill(weights, 1f);
        Vector3[] mean = Normalise(faces[0]);
        for (int round = 0; round < Rounds; round++)
        {
            Vector3[] sum = new Vector3[FaceMeshIndices.Count];
            foreach (Vector3[] face in faces)
            {
                Similarity3 fit = SimilarityFit3.Solve(face, mean, weights);
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += fit.Apply(face[i]);
            }

            mean = Normalise([.. sum.Select(point => point / faces.Count)]);
        }

        int[] mirror = MirrorPairs(mean);
        Vector3[] symmetric = new Vector3[mean.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            Vector3 other = mean[mirror[i]];
            symmetric[i] = (mean[i] + new Vector3(-other.X, other.Y, other.Z)) / 2;
        }

        return Normalise(symmetric);
    }

    // Upright, eye line along x, the eyes' centres one apart and the oval's depth balanced: the top of the forehead
    // and the chin at the same z.
    private static Vector3[] Normalise(Vector3[] face)
    {
        Vector3 left = Centre(face, FaceMeshIndices.LeftEye), right = Centre(face, FaceMeshIndices.RightEye);
        Vector3 x = Vector3.Normalize(right - left);
        Vector3 down = face[FaceMeshIndices.Chin] - face[FaceMeshIndices.ForeheadTop];
        Vector3 y = Vector3.Normalize(down - x * Vector3.Dot(down, x));
        Vector3 z = Vector3.Cross(x, y);
        Vector3 origin = (left + right) / 2;
        float scale = 1 / Vector3.Distance(left, right);
        return [.. face.Select(point => scale * new Vector3(
            Vector3.Dot(point - origin, x), Vector3.Dot(point - origin, y), Vector3.Dot(point - origin, z)))];
    }

    private static Vector3 Centre(Vector3[] face, ReadOnlySpan<int> indices)
    {
        Vector3 sum = default;
        foreach (int index in indices)
            sum += face[index];
        return sum / indices.Length;
    }

    /// <summary>
    /// For every point the one it becomes in a mirror: known for the inner edges of the lips, which touch; the others
    /// are paired by nearness, the nearest first.
    /// </summary>
    private static int[] MirrorPairs(Vector3[] mean)
    {
        int[] pairs = new int[mean.Length];
        Array.Fill(pairs, -1);
        PairEnds(FaceMeshIndices.InnerUpperLip, pairs);
        PairEnds(FaceMeshIndices.InnerLowerLip, pairs);

        IEnumerable<(int I, int J)> candidates =
            from i in Enumerable.Range(0, mean.Length)
            from j in Enumerable.Range(i, mean.Length - i)
            where i < FaceMeshIndices.SurfaceCount == j < FaceMeshIndices.SurfaceCount
            orderby Vector3.DistanceSquared(mean[j], new Vector3(-mean[i].X, mean[i].Y, mean[i].Z))
            select (i, j);
        foreach ((int i, int j) in candidates)
        {
            if (pairs[i] < 0 && pairs[j] < 0)
                (pairs[i], pairs[j]) = (j, i);
        }

        return pairs;
    }

    private static void PairEnds(ReadOnlySpan<int> edge, int[] pairs)
    {
        for (int i = 0; i < edge.Length; i++)
            pairs[edge[i]] = edge[edge.Length - 1 - i];
    }
}
