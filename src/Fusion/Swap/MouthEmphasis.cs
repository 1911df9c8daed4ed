using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Overdoes the motion of the lips a little. The lips of a photo at rest, laid over smiling ones, are seen to have moved less
/// than they have, because their light and their folds stay at rest: so they go further by what would be lost. How far
/// the mouth is open is left alone, so that lips and teeth, which are the target's, go on fitting together.
/// </summary>
internal static class MouthEmphasis
{
    // By this share the motion is overdone: without it texture alone keeps 0.86 of a smile over the pairs of
    // 'bench/quality', and even a person's own photo at rest, swapped onto their smile, keeps but 0.88; with it 0.92.
    private const float Share = 0.165f;

    // No point goes further than this many inter-ocular distances beyond its place, however far the jaw drops.
    private const float Limit = 0.05f;

    // The emphasis is whole up to the first distance from the middle of the mouth, and ends at the second; in inter-ocular
    // distances downwards, and so many times as much sideways.
    private const float Whole = 0.25f, None = 0.45f, Sideways = 1.8f;

    private static readonly float[] Shares = MakeShares();

    /// <summary>How far the points of a face go beyond where they are.</summary>
    /// <param name="shape">The face.</param>
    /// <param name="neutral">The same face at rest.</param>
    /// <param name="trust">How far that is to be relied on, 0 to 1.</param>
    /// <param name="moves">Receives a move for each of the 478 points.</param>
    public static void Fill(FaceShape shape, FaceShape neutral, float trust, Span<Vector3> moves)
    {
        moves.Clear();
        for (int i = 0; i < Shares.Length; i++)
        {
            Vector3 move = trust * Shares[i] * (shape.Points[i] - neutral.Points[i]);
            moves[i] = move / MathF.Sqrt(1 + move.LengthSquared() / (Limit * Limit));
        }

        ShapeTransfer.KeepLipsOpening(moves);
    }

    private static float[] MakeShares()
    {
        Vector3 middle = (CanonicalFace.Points[FaceMeshIndices.LeftMouthCorner] + CanonicalFace.Points[FaceMeshIndices.RightMouthCorner]) / 2;
        float[] shares = new float[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < shares.Length; i++)
        {
            Vector3 away = CanonicalFace.Points[i] - middle;
            shares[i] = Share * Feather.Smoothstep(new Vector2(away.X / Sideways, away.Y).Length(), None, Whole);
        }

        return shares;
    }
}
