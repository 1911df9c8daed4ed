using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Identity;

/// <summary>One neutral shape from those of several photos: each point from where it is seen well.</summary>
internal static class NeutralMerge
{
    // The landmark network guesses what looks away from the camera; the cosine of the angle to it.
    private const float FacingNone = 0.1f, FacingFull = 0.7f, GuessedShare = 0.05f;

    // The network's error is about a pixel of its crop, whatever the face's size below that: in inter-ocular pixels.
    private const double FineSize = 48;

    // A shape that still has its expression, or whose depth is guessed from the side.
    private const double DoubtfulShare = 0.1;

    /// <summary>The merged shape; <see langword="null"/> when of every photo only five points are known.</summary>
    /// <param name="photos">The photos.</param>
    public static FaceShape? Of(IEnumerable<IdentityPhoto> photos)
    {
        IdentityPhoto[] known = [.. photos.Where(photo => photo.Portrait.Mesh.Presence >= FaceEngine.CertainPresence)];
        if (known.Length < 2)
            return known.Length == 0 ? null : known[0].Portrait.Neutral;

        Vector3[] merged = new Vector3[FaceMeshIndices.Count], plain = new Vector3[FaceMeshIndices.Count];
        double[] trust = [.. known.Select(Trust)];
        for (int i = 0; i < merged.Length; i++)
        {
            Double3 sum = default, plainSum = default;
            double weight = 0, plainWeight = 0;
            for (int k = 0; k < known.Length; k++)
            {
                double share = trust[k] * Seen(known[k].Portrait, i);
                Vector3 point = known[k].Portrait.Neutral.Points[i];
                sum = Add(sum, share, point);
                weight += share;
                plainSum = Add(plainSum, trust[k], point);
                plainWeight += trust[k];
            }

            merged[i] = Divide(sum, weight);
            plain[i] = Divide(plainSum, plainWeight);
        }

        return Recentred(merged, plain);
    }

    private static double Trust(IdentityPhoto photo)
    {
        IdentityPortrait portrait = photo.Portrait;
        double front = Math.Max(portrait.Pose.CanonicalToFrame.Rotation.M33, 0), size = portrait.Quality.InterOcular;
        double share = DoubtfulShare + (1 - DoubtfulShare) * front * front;
        return photo.Weight * share * (portrait.NeutralDoubt.Length == 0 ? 1 : DoubtfulShare) * size / (size + FineSize);
    }

    private static double Seen(IdentityPortrait portrait, int point)
    {
        int surface = point < FaceMeshIndices.SurfaceCount ? point : point < FaceMeshIndices.RightIris ? FaceMeshIndices.LeftEyeInner : FaceMeshIndices.RightEyeInner;
        return GuessedShare + (1 - GuessedShare) * Feather.Smoothstep(portrait.Facing[surface], FacingNone, FacingFull);
    }

    // Points weighted one by one, the face as a whole has drifted towards the photo that shows most of it; it is put back to
    // where the photos have it in the mean.
    private static FaceShape Recentred(Vector3[] merged, Vector3[] plain)
    {
        float[] alike = new float[FaceMeshIndices.SurfaceCount];
        Array.Fill(alike, 1);
        Similarity3 back = SimilarityFit3.Solve(merged.AsSpan(0, alike.Length), plain.AsSpan(0, alike.Length), alike);
        for (int i = 0; i < merged.Length; i++)
            merged[i] = back.Apply(merged[i]);
        return new FaceShape(merged);
    }

    private static Double3 Add(Double3 sum, double weight, Vector3 point) =>
        new(sum.X + weight * point.X, sum.Y + weight * point.Y, sum.Z + weight * point.Z);

    private static Vector3 Divide(Double3 sum, double weight) =>
        new((float)(sum.X / weight), (float)(sum.Y / weight), (float)(sum.Z / weight));
}
