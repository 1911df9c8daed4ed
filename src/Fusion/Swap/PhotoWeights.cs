using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// How much of each of an identity's photos is shown at each point of a face: most of the one that sees the point best,
/// from the side the frame sees it from and with the frame's expression there. A continuous function of the frame's
/// points, so that nothing flickers; smooth over the surface, so that no seam is seen.
/// </summary>
internal sealed class PhotoWeights
{
    // Expressions as different as this, in inter-ocular distances, are told apart, region by region (one standard
    // deviation of a Gaussian): two neutral photos differ by 0.01 to 0.015, smiles move brows and eyes by 0.01, nose and
    // cheeks by 0.02 and mouth and jaw by 0.03 to 0.08.
    private static readonly float[] ExpressionDeviations = [0.01f, 0.013f, 0.02f];

    // Views are told apart from this angle on: 20 degrees, in radians.
    private const float ViewDeviation = 0.35f;

    // What a photo counts at least, however far its view and expression are; and where it sees nothing: less than that, so
    // that holes are filled from wherever anything is seen.
    private const float Furthest = 0.01f, Unseen = 1e-4f;

    // The target's own foreshortening needs no more detail; below this cosine it is an edge.
    private const float LeastTargetFacing = 0.2f;

    // Rounds of diffusion over the mesh: as far as a photo's share takes to rise from nothing to all.
    private const int Softness = 4;

    // A share up to the first is nothing but blur; and of equally good photos no more than this many are mixed.
    private const float LeastShare = 0.03f, NextShare = 0.9f;
    private const int MostPhotos = 3;

    private readonly float[][] _shares;

    private PhotoWeights(float[][] shares)
    {
        _shares = shares;
        Used = [.. Enumerable.Range(0, shares.Length).Where(k => shares[k].AsSpan().ContainsAnyExcept(0))];
    }

    /// <summary>The photos of which anything is shown, as places in <see cref="FaceIdentity.Photos"/>.</summary>
    public IReadOnlyList<int> Used { get; }

    /// <summary>A photo's share at each of the 468 points, 0 to 1; those of all photos add up to 1.</summary>
    /// <param name="photo">Its place in <see cref="FaceIdentity.Photos"/>.</param>
    public ReadOnlySpan<float> Of(int photo) => _shares[photo];

    /// <summary>The weights for a face.</summary>
    /// <param name="identity">The photos.</param>
    /// <param name="face">The face as it is in the frame.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known.</param>
    public static PhotoWeights Make(FaceIdentity identity, Face face, FaceShape? targetNeutral)
    {
        IReadOnlyList<IdentityPhoto> photos = identity.Photos;
        float[][] shares = [.. photos.Select(_ => new float[FaceMeshIndices.SurfaceCount])];
        if (photos.Count == 1)
        {
            shares[0].AsSpan().Fill(1);
            return new PhotoWeights(shares);
        }

        ReadOnlySpan<Vector3> normals = face.Mesh.SurfaceNormals;
        FaceExpression? expression = Expression(face, targetNeutral);
        float[] worth = [.. photos.Select(photo => Worth(photo, face))];
        float[][] distances = [.. photos.Select(photo => Distances(photo.Portrait, face, expression))];
        float[] far = new float[photos.Count];
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            float nearest = float.PositiveInfinity;
            for (int k = 0; k < far.Length; k++)
            {
                far[k] = At(i, distances[k]);
                nearest = Math.Min(nearest, far[k]);
            }

            for (int k = 0; k < far.Length; k++)
                shares[k][i] = worth[k] * Seen(photos[k].Portrait.Facing[i], normals[i].Z) * Falloff(far[k] - nearest);
        }

        foreach (float[] share in Normalised(shares))
            FaceSurface.Diffuse(share, Softness);
        return new PhotoWeights(Normalised(WithoutTheLeast(shares)));
    }

    /// <summary>The cosine of the angle between the directions from which the photos, as they are shown, and a frame see the head: their mean by share.</summary>
    /// <param name="identity">The photos.</param>
    /// <param name="face">The face in the frame.</param>
    public double ViewCosine(FaceIdentity identity, Face face)
    {
        double sum = 0;
        foreach (int photo in Used)
        {
            double share = 0;
            foreach (float at in _shares[photo])
                share += at;
            sum += share * ViewCosine(identity.Photos[photo].Portrait, face);
        }

        return sum / FaceMeshIndices.SurfaceCount;
    }

    /// <summary>The cosine of the angle between the directions from which a photo and a frame see the head.</summary>
    /// <param name="portrait">The photo.</param>
    /// <param name="face">The face in the frame.</param>
    public static double ViewCosine(IdentityPortrait portrait, Face face)
    {
        Rotation3 a = portrait.Pose.CanonicalToFrame.Rotation, b = face.Pose.CanonicalToFrame.Rotation;
        return a.M31 * b.M31 + a.M32 * b.M32 + a.M33 * b.M33;
    }

    // A face of which five points are known has no expression.
    private static FaceExpression? Expression(Face face, FaceShape? targetNeutral)
    {
        if (face.Mesh.Presence < FaceEngine.CertainPresence)
            return null;
        FaceShape shape = FaceShape.Of(face.Mesh, face.Pose);
        return FaceExpression.Of(shape, targetNeutral ?? ShapeModel.BuiltIn.FitNeutral(shape).Neutral);
    }

    // What is asked for, how much of the size that is needed the photo has, and how sharp it is.
    private static float Worth(IdentityPhoto photo, Face face)
    {
        IdentityQuality quality = photo.Portrait.Quality;
        return photo.Weight * (float)Math.Min(1, quality.InterOcular / face.Pose.InterOcular) * photo.Portrait.Clarity;
    }

    // By region of expression, and last by view, each as the exponent of a Gaussian.
    private static float[] Distances(IdentityPortrait portrait, Face face, FaceExpression? expression)
    {
        float[] distances = new float[FaceExpression.RegionCount + 1];
        if (expression is not null && portrait.Mesh.Presence >= FaceEngine.CertainPresence)
            portrait.Expression.Compare(expression, distances.AsSpan(0, FaceExpression.RegionCount));

        // Seen from the side an expression is guessed.
        double front = Math.Max(portrait.Pose.CanonicalToFrame.Rotation.M33 * face.Pose.CanonicalToFrame.Rotation.M33, 0);
        for (int region = 0; region < FaceExpression.RegionCount; region++)
            distances[region] *= (float)(front * front) / (2 * ExpressionDeviations[region] * ExpressionDeviations[region]);
        distances[^1] = (float)(1 - ViewCosine(portrait, face)) / (ViewDeviation * ViewDeviation);
        return distances;
    }

    private static float At(int point, float[] distances)
    {
        ReadOnlySpan<float> regions = FaceExpression.SharesOf(point);
        float distance = distances[^1];
        for (int region = 0; region < regions.Length; region++)
            distance += regions[region] * distances[region];
        return distance;
    }

    private static float Seen(float facing, float targetFacing)
    {
        float detail = Math.Clamp(facing / Math.Max(targetFacing, LeastTargetFacing), 0, 1);
        return Unseen + Feather.Smoothstep(facing, SwapAreas.FacingNone, SwapAreas.FacingFull) * detail;
    }

    // Nearly exp(−x), but the same bits on every machine.
    private static float Falloff(float distance)
    {
        float root = 1 / (1 + distance / 8), square = root * root, fourth = square * square;
        return Furthest + (1 - Furthest) * fourth * fourth;
    }

    private static float[][] Normalised(float[][] shares)
    {
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            float sum = 0;
            foreach (float[] share in shares)
                sum += share[i];
            foreach (float[] share in shares)
                share[i] /= sum;
        }

        return shares;
    }

    private static float[][] WithoutTheLeast(float[][] shares)
    {
        float[] sorted = new float[shares.Length];
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            for (int k = 0; k < shares.Length; k++)
                sorted[k] = -shares[k][i];
            sorted.AsSpan().Sort();
            float most = -sorted[0], next = sorted.Length > MostPhotos ? -sorted[MostPhotos] : 0;
            float nothing = Math.Min(Math.Max(LeastShare, NextShare * next), NextShare * most);
            foreach (float[] share in shares)
                share[i] = Math.Max(share[i] - nothing, 0);
        }

        return shares;
    }
}
