using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Gives a face the identity's shape and leaves it its expression: what tells the identity's neutral shape from the
/// target's is added to the frame's own, M' = pose(N + s·(S0 − T0)), and the lips' motion is emphasised a little.
/// </summary>
internal static class ShapeTransfer
{
    // No point moves further than this many inter-ocular distances: people differ by a third of it, and a field that
    // fades out over the warp's reach can't fold.
    private const float Limit = 0.35f;

    // How much wider or narrower an identity's eyes may open.
    private const float LeastOpening = 0.5f, MostOpening = 2;

    // Lids nearer than this, in inter-ocular distances, are closed, and say nothing about how eyes open.
    private const float ClosedLids = 0.02f;

    /// <summary>The frame's face in the identity's shape.</summary>
    /// <param name="face">The face.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="identityNeutral">S0, the identity's neutral shape.</param>
    /// <param name="targetNeutral">T0, the target's.</param>
    /// <param name="isKnown">Whether the target's neutral shape is known from elsewhere; else it was told from this face.</param>
    /// <param name="strength">s, 0 to 1.5.</param>
    /// <param name="trust">How far the target's neutral shape is to be relied on, 0 to 1.</param>
    public static FaceMesh Apply(Face face, FaceShape shape, FaceShape identityNeutral, FaceShape targetNeutral, bool isKnown, float strength, float trust)
    {
        Vector3[] moves = isKnown ? Difference(targetNeutral, identityNeutral) : TurnedHead.Moves(face, targetNeutral, identityNeutral);
        foreach (ref Vector3 move in moves.AsSpan())
            move = Limited(strength * move);
        KeepLidsInOrder(shape, targetNeutral, moves, FaceMeshIndices.LeftEye);
        KeepLidsInOrder(shape, targetNeutral, moves, FaceMeshIndices.RightEye);
        KeepLipsOpening(moves);

        Span<Vector3> emphasis = stackalloc Vector3[FaceMeshIndices.Count];
        MouthEmphasis.Fill(shape, targetNeutral, trust, emphasis);
        for (int i = 0; i < moves.Length; i++)
            moves[i] += shape.Points[i] + emphasis[i];
        return FaceShape.PlaceOwning(moves, face.Pose, face.Mesh.Presence, face.Mesh.PixelAspect);
    }

    private static Vector3[] Difference(FaceShape from, FaceShape to)
    {
        Vector3[] moves = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < moves.Length; i++)
            moves[i] = to.Points[i] - from.Points[i];
        return moves;
    }

    private static Vector3 Limited(Vector3 move)
    {
        float share = move.LengthSquared() / (Limit * Limit);
        return move / MathF.Sqrt(MathF.Sqrt(1 + share * share));
    }

    // Eyes open by a factor: added to a blink, the difference between two open eyes would turn the lids inside out.
    // The contour runs from the outer corner along the lower lid to the inner one and back along the upper lid.
    private static void KeepLidsInOrder(FaceShape shape, FaceShape neutral, Vector3[] moves, ReadOnlySpan<int> contour)
    {
        for (int i = 1; i < contour.Length / 2; i++)
        {
            int lower = contour[i], upper = contour[^i];
            float opening = Opening(neutral, lower, upper), wanted = opening + moves[lower].Y - moves[upper].Y;
            float factor = opening > ClosedLids ? Math.Clamp(wanted / opening, LeastOpening, MostOpening) : 1;
            float change = (factor - 1) * Math.Max(Opening(shape, lower, upper), 0), middle = (moves[lower].Y + moves[upper].Y) / 2;
            moves[lower].Y = middle + change / 2;
            moves[upper].Y = middle - change / 2;
        }
    }

    /// <summary>How far a mouth is open is its expression: the inner edges of both lips move alike.</summary>
    /// <param name="moves">The points' moves; changed in place.</param>
    public static void KeepLipsOpening(Span<Vector3> moves)
    {
        ReadOnlySpan<int> uppers = FaceMeshIndices.InnerUpperLip, lowers = FaceMeshIndices.InnerLowerLip;
        for (int i = 0; i < uppers.Length; i++)
        {
            Vector3 middle = (moves[uppers[i]] + moves[lowers[i]]) / 2;
            moves[uppers[i]] = moves[lowers[i]] = middle;
        }
    }

    private static float Opening(FaceShape shape, int lower, int upper) => shape.Points[lower].Y - shape.Points[upper].Y;
}
