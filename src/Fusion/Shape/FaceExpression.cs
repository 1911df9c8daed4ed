using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Shape;

/// <summary>
/// What a face does, without who it is: how its points have moved from its neutral shape. Compared region by region,
/// because a mouth may laugh below eyes that don't.
/// </summary>
internal sealed class FaceExpression
{
    /// <summary>Brows and eyes, nose and cheeks, mouth and jaw.</summary>
    public const int RegionCount = 3;

    // Where one region passes into the next, in the canonical face: below the lids, and below the wings of the nose.
    private const float UpperBegins = 0.1f, UpperEnds = 0.45f, LowerBegins = 0.6f, LowerEnds = 0.9f;

    private static readonly float[][] Shares = MakeShares();

    // Seen from the front: the landmark network guesses depth.
    private readonly Vector2[] _moves;

    private FaceExpression(Vector2[] moves) => _moves = moves;

    /// <summary>The expression of a shape.</summary>
    /// <param name="shape">The face.</param>
    /// <param name="neutral">The same face at rest.</param>
    public static FaceExpression Of(FaceShape shape, FaceShape neutral)
    {
        Vector2[] moves = new Vector2[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < moves.Length; i++)
        {
            Vector3 move = shape.Points[i] - neutral.Points[i];
            moves[i] = new Vector2(move.X, move.Y);
        }

        return new FaceExpression(moves);
    }

    /// <summary>How much of each region a point of the surface belongs to; they add up to 1 and change smoothly over the face.</summary>
    /// <param name="point">One of the 468 points.</param>
    public static ReadOnlySpan<float> SharesOf(int point) => Shares[point];

    /// <summary>How strong the expression is in each region: the root mean square of its points' moves, in inter-ocular distances.</summary>
    /// <param name="strengths">Gets <see cref="RegionCount"/> values.</param>
    public void Strengths(Span<float> strengths)
    {
        Compare(new FaceExpression(new Vector2[_moves.Length]), strengths);
        foreach (ref float strength in strengths)
            strength = MathF.Sqrt(strength);
    }

    /// <summary>How different two expressions are in each region: the mean square of the points' distances, in squared inter-ocular distances.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="distances">Gets <see cref="RegionCount"/> values.</param>
    public void Compare(FaceExpression other, Span<float> distances)
    {
        Span<double> sums = stackalloc double[RegionCount], weights = stackalloc double[RegionCount];
        sums.Clear();
        weights.Clear();
        for (int i = 0; i < _moves.Length; i++)
        {
            double square = Vector2.DistanceSquared(_moves[i], other._moves[i]);
            for (int region = 0; region < RegionCount; region++)
            {
                sums[region] += Shares[i][region] * square;
                weights[region] += Shares[i][region];
            }
        }

        for (int region = 0; region < RegionCount; region++)
            distances[region] = (float)(sums[region] / weights[region]);
    }

    private static float[][] MakeShares()
    {
        float[][] shares = new float[FaceMeshIndices.SurfaceCount][];
        for (int i = 0; i < shares.Length; i++)
        {
            float y = CanonicalFace.Points[i].Y, upper = Feather.Smoothstep(y, UpperEnds, UpperBegins), lower = Feather.Smoothstep(y, LowerBegins, LowerEnds);
            shares[i] = [upper, 1 - upper - lower, lower];
        }

        return shares;
    }
}
