using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Shape;

/// <summary>
/// The neutral shape of a portrait. Portraits mostly show faces at rest, and what <see cref="ShapeModel"/> takes for a slight
/// expression of such a face is more likely how the person is made: the model can't tell a broad mouth from a hint of a
/// smile. So only an expression that stands out is subtracted, region by region.
/// </summary>
internal static class RestingShape
{
    // An expression is no more than the model's own uncertainty up to the first root mean square of a region's points, and
    // surely one from the second on; in inter-ocular distances. (Neutral London portraits lie around 0.012 at the mouth,
    // their smiles around 0.06.)
    private const float Uncertain = 0.015f, Certain = 0.045f;

    /// <summary>The shape without what surely is expression.</summary>
    /// <param name="shape">The face.</param>
    /// <param name="neutral">What the model takes for it at rest.</param>
    public static FaceShape Of(FaceShape shape, FaceShape neutral)
    {
        Span<float> strengths = stackalloc float[FaceExpression.RegionCount];
        FaceExpression.Of(shape, neutral).Strengths(strengths);
        Vector3[] points = neutral.Points.ToArray();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            ReadOnlySpan<float> shares = FaceExpression.SharesOf(i);
            float expressive = 0;
            for (int region = 0; region < strengths.Length; region++)
                expressive += shares[region] * Feather.Smoothstep(strengths[region], Uncertain, Certain);
            points[i] = Vector3.Lerp(shape.Points[i], points[i], expressive);
        }

        return FaceShape.Owning(points);
    }
}
