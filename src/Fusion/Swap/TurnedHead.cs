using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// What can be believed of a target's neutral shape that was told from a turned head: the landmark network guesses the half
/// that looks away, and misses size and place of the whole by some percent. (A person's own neutral shape, told from the front and
/// from 30 degrees, differs by 4 % of the distance between the eyes; after this by less than 2 %. Two people differ by 4.5 %.)
/// </summary>
internal static class TurnedHead
{
    // From the first yaw on in degrees a head counts as turned, from the second on wholly.
    private const float Begins = 5, Whole = 28;

    // Rounds of diffusion over the mesh: what differs from point to point is the network's guess.
    private const int Softness = 6;

    // The share of the difference that is left out of a wholly turned head: the part of it that is error.
    private const float Doubt = 0.3f;

    // What a point that isn't seen counts beside its mirrored one.
    private const float Unseen = 0.02f;

    /// <summary>From the target's neutral shape to the identity's, as far as a turned head tells it.</summary>
    /// <param name="face">The target's face.</param>
    /// <param name="target">Its neutral shape, told from this face.</param>
    /// <param name="identity">The identity's neutral shape.</param>
    /// <returns>A move for each of the 478 points; the plain difference where the head isn't turned.</returns>
    public static Vector3[] Moves(Face face, FaceShape target, FaceShape identity)
    {
        ReadOnlySpan<Vector3> from = target.Points, to = identity.Points;
        Vector3[] moves = new Vector3[FaceMeshIndices.Count];
        float turned = Feather.Smoothstep((float)Math.Abs(face.Pose.Yaw), Begins, Whole);
        Span<float> seen = stackalloc float[FaceMeshIndices.SurfaceCount];
        ReadOnlySpan<Vector3> normals = face.Mesh.SurfaceNormals;
        for (int i = 0; i < seen.Length; i++)
            seen[i] = Math.Max(normals[i].Z, 0) + Unseen;
        Similarity3 fit = SimilarityFit3.Solve(from[..seen.Length], to[..seen.Length], seen);
        for (int i = 0; i < moves.Length; i++)
            moves[i] = to[i] - Vector3.Lerp(from[i], fit.Apply(from[i]), turned);
        TakeFromTheNearHalf(moves, seen, turned);
        Soften(moves, turned);
        return moves;
    }

    // Both halves of a face differ alike from another's.
    private static void TakeFromTheNearHalf(Vector3[] moves, ReadOnlySpan<float> seen, float turned)
    {
        Span<Vector3> before = stackalloc Vector3[moves.Length];
        moves.CopyTo(before);
        for (int i = 0; i < seen.Length; i++)
        {
            int mirrored = CanonicalFace.Mirrored[i];
            float own = seen[i] * seen[i], other = seen[mirrored] * seen[mirrored];
            moves[i] = Vector3.Lerp(before[i], before[mirrored] * new Vector3(-1, 1, 1), turned * other / (own + other));
        }
    }

    private static void Soften(Vector3[] moves, float turned)
    {
        Span<float> axis = stackalloc float[FaceMeshIndices.SurfaceCount];
        for (int c = 0; c < 3; c++)
        {
            for (int i = 0; i < axis.Length; i++)
                axis[i] = moves[i][c];
            FaceSurface.Diffuse(axis, Softness);
            for (int i = 0; i < axis.Length; i++)
                moves[i][c] = float.Lerp(moves[i][c], axis[i], turned);
        }

        foreach (ref Vector3 move in moves.AsSpan())
            move *= 1 - turned * Doubt;
    }
}
