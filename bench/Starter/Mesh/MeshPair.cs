using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Starter.Mesh;

/// <summary>One face as the teacher and the starter see it.</summary>
/// <param name="Teacher">The public network's points.</param>
/// <param name="Starter">The starter's.</param>
internal sealed record MeshPair(FaceMesh Teacher, FaceMesh Starter)
{
    private static readonly (int Upper, int Lower)[] Lids = [(159, 145), (386, 374)], Lips = [(13, 14)];

    /// <summary>How far the head is turned to the side, in degrees, by the teacher.</summary>
    public double Yaw => Math.Abs(HeadPose.Fit(Teacher).Yaw);

    /// <summary>Mean distance of the 468 surface points in the picture, percent of the distance of the eyes' outer corners in the picture.</summary>
    public double Error => 100 * MeanDistance / EyeDistance;

    /// <summary>The same, percent of the distance of the eyes' outer corners as it would be seen from the front, by the teacher's depth: it doesn't grow as the head turns.</summary>
    public double ErrorFromTheFront => 100 * MeanDistance / Vector3.Distance(Teacher.Points[FaceMeshIndices.LeftEyeOuter], Teacher.Points[FaceMeshIndices.RightEyeOuter]);

    /// <summary>The opening between the lips by the teacher and by the starter, in the eyes' distance.</summary>
    public (double Teacher, double Starter) Mouth => Gaps(Lips);

    /// <summary>The same between the lids, the mean of both eyes.</summary>
    public (double Teacher, double Starter) Eyes => Gaps(Lids);

    private double MeanDistance => Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Average(i => Flat(Starter, i, Teacher, i));

    private double EyeDistance => Flat(Teacher, FaceMeshIndices.LeftEyeOuter, Teacher, FaceMeshIndices.RightEyeOuter);

    private (double Teacher, double Starter) Gaps((int Upper, int Lower)[] pairs) => (
        pairs.Average(pair => Flat(Teacher, pair.Upper, Teacher, pair.Lower)) / EyeDistance,
        pairs.Average(pair => Flat(Starter, pair.Upper, Starter, pair.Lower)) / EyeDistance);

    private static double Flat(FaceMesh a, int i, FaceMesh b, int j) =>
        Vector2.Distance(new(a.Points[i].X, a.Points[i].Y), new(b.Points[j].X, b.Points[j].Y));
}
