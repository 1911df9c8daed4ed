using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Tests.Families;

public sealed class SparseMeshTests
{
    public static TheoryData<string, double> Cases => new()
    {
        { "68", 0 }, { "68", 20 }, { "68", -45 }, { "98", 0 }, { "98", 30 }, { "66", 0 }, { "66", -30 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_canonical_face_s_own_points_bring_it_back_wherever_it_is_turned(string kind, double yaw)
    {
        SparseLayout layout = Layout(kind);
        Matrix4x4 turn = Matrix4x4.CreateRotationY((float)(yaw * Math.PI / 180));
        Vector3[] mesh = [.. CanonicalFace.Points.ToArray().Select(point => 80 * Vector3.Transform(point, turn) + new Vector3(300, 250, 0))];
        FaceMesh fitted = SparseMesh.Fit(layout, Sparse(layout, mesh), pixelAspect: 1);
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            Assert.InRange(Vector2.Distance(Flat(mesh[i]), Flat(fitted.Points[i])), 0, 0.3f);
        Assert.Equal(0.7f, fitted.Presence);
    }

    [Theory]
    [InlineData("68")]
    [InlineData("98")]
    [InlineData("66")]
    public void A_point_that_moves_takes_its_neighbours_along_and_leaves_the_rest(string kind)
    {
        SparseLayout layout = Layout(kind);
        Vector3[] mesh = [.. CanonicalFace.Points.ToArray().Select(point => 80 * point + new Vector3(300, 250, 0))];
        Vector3[] open = [.. mesh];
        foreach (int lip in (ReadOnlySpan<int>)[14, 17, 84, 314, 181, 405, 87, 317])
            open[lip] += new Vector3(0, 12, 0);
        FaceMesh closedFit = SparseMesh.Fit(layout, Sparse(layout, mesh), 1), openFit = SparseMesh.Fit(layout, Sparse(layout, open), 1);
        Assert.InRange(openFit.Points[17].Y - closedFit.Points[17].Y, 9, 13);
        Assert.InRange(openFit.Points[FaceMeshIndices.ForeheadTop].Y - closedFit.Points[FaceMeshIndices.ForeheadTop].Y, -2, 2);
        Assert.InRange(openFit.Points[15].Y - closedFit.Points[15].Y, 8, 13);
    }

    [Fact]
    public void An_anamorphic_frame_gets_its_points_squeezed()
    {
        Vector3[] mesh = [.. CanonicalFace.Points.ToArray().Select(point => 80 * point + new Vector3(300, 250, 0))];
        FaceMesh square = SparseMesh.Fit(SparseLayout.Ibug68, Sparse(SparseLayout.Ibug68, mesh), 1), squeezed = SparseMesh.Fit(SparseLayout.Ibug68, Sparse(SparseLayout.Ibug68, mesh), 2);
        Assert.Equal(square.Points[4].X / 2, squeezed.Points[4].X, 1e-3f);
        Assert.Equal(square.Points[4].Y, squeezed.Points[4].Y, 1e-3f);
    }

    private static SparseLayout Layout(string kind) => kind switch { "68" => SparseLayout.Ibug68, "98" => SparseLayout.Wflw98, _ => SparseLayout.OpenSeeFace66 };

    private static SparseLandmarks Sparse(SparseLayout layout, Vector3[] mesh)
    {
        Vector2[] points = new Vector2[layout.Count];
        foreach ((int point, int place) in layout.Features.Concat(layout.Jaw))
            points[point] = Flat(mesh[place]);
        if (layout.LeftPupil >= 0)
            (points[layout.LeftPupil], points[layout.RightPupil]) = (Flat(mesh[FaceMeshIndices.LeftIris]), Flat(mesh[FaceMeshIndices.RightIris]));
        return new SparseLandmarks(points, 0.7f);
    }

    private static Vector2 Flat(Vector3 point) => new(point.X, point.Y);
}
