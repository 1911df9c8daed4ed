using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Quality.Measures;

/// <summary>
/// How much of a person's smile survives a swap: the motion r of the lips' points between the swapped neutral and the
/// swapped smiling photo, projected onto their motion t between the person's own two photos, ⟨r, t⟩ / ⟨t, t⟩. All
/// four shapes are without pose; 1 is the whole smile, 0 none of it.
/// </summary>
internal static class MouthMotion
{
    private static readonly int[] Lips =
        [.. FaceMeshIndices.OuterLips.ToArray().Union(FaceMeshIndices.InnerUpperLip.ToArray()).Union(FaceMeshIndices.InnerLowerLip.ToArray())];

    /// <summary>The part of the target's smile that two swaps show; 0 when the face wasn't found again in one of them.</summary>
    /// <param name="onNeutral">The swap onto the neutral photo.</param>
    /// <param name="onSmiling">The swap onto the smiling photo.</param>
    /// <param name="neutral">The neutral photo.</param>
    /// <param name="smiling">The smiling photo.</param>
    public static double Kept(Outcome onNeutral, Outcome onSmiling, Photograph neutral, Photograph smiling) =>
        onNeutral.Shape is { } still && onSmiling.Shape is { } smile ? Kept((still, smile), (neutral.Shape, smiling.Shape)) : 0;

    /// <summary>The part of the target's motion that the results show; NaN when the target doesn't move at all.</summary>
    public static double Kept((FaceShape Neutral, FaceShape Smiling) result, (FaceShape Neutral, FaceShape Smiling) target)
    {
        double common = 0, whole = 0;
        foreach (int i in Lips)
        {
            Vector3 r = result.Smiling.Points[i] - result.Neutral.Points[i], t = target.Smiling.Points[i] - target.Neutral.Points[i];
            common += Vector3.Dot(r, t);
            whole += Vector3.Dot(t, t);
        }

        return common / whole;
    }
}
