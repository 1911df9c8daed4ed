using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Quality.Measures;

namespace FaceFusion.Fusion.Quality.Tests;

public class MeasureTests
{
    private static readonly FaceShape Still = new(CanonicalFace.Points);

    [Theory]
    [InlineData(0)]
    [InlineData(0.75)]
    [InlineData(1)]
    [InlineData(-0.5)]
    public void Of_a_smile_as_much_is_kept_as_the_lips_still_move(float part) =>
        Assert.Equal(part, MouthMotion.Kept((Still, Moved(Still, part * Smile)), (Still, Moved(Still, Smile))), 5);

    [Fact]
    public void Motion_across_the_smile_and_another_face_count_for_nothing()
    {
        FaceShape other = Moved(Still, new Vector3(0.1f, 0.2f, 0.3f));
        Vector3 across = new(-Smile.Y, Smile.X, 0);
        Assert.Equal(1, MouthMotion.Kept((other, Moved(other, Smile + across)), (Still, Moved(Still, Smile))), 5);
    }

    [Fact]
    public void Only_the_lips_are_looked_at()
    {
        Vector3[] points = Still.Points.ToArray();
        foreach (int brow in FaceMeshIndices.LeftBrow)
            points[brow] += Vector3.One;
        Assert.Equal(0, MouthMotion.Kept((Still, new FaceShape(points)), (Still, Moved(Still, Smile))), 5);
    }

    [Fact]
    public void The_mesh_error_is_the_mean_distance_in_the_pictures_plane()
    {
        FaceMesh intended = new(CanonicalFace.Points, 1), found = new(Moved(Still, new Vector3(3, 4, 100)).Points, 1);
        Assert.Equal(10, MeshError.Percent(found, intended, 50), 3);
    }

    [Fact]
    public void The_mesh_error_is_measured_in_square_pixels()
    {
        FaceMesh intended = new(CanonicalFace.Points, 1, 2), found = new(Moved(Still, new Vector3(1, 0, 0)).Points, 1, 2);
        Assert.Equal(4, MeshError.Percent(found, intended, 50), 3);
    }

    [Theory]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 9, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 100, 2 }, 3)]
    public void The_median_lies_in_the_middle(double[] values, double expected) => Assert.Equal(expected, Statistics.Median(values));

    [Fact]
    public void Nothing_has_no_median() => Assert.Throws<ArgumentException>(() => Statistics.Median([]));

    private static Vector3 Smile => new(0.1f, -0.05f, 0);

    private static FaceShape Moved(FaceShape shape, Vector3 motion) => new([.. shape.Points.ToArray().Select(point => point + motion)]);
}
