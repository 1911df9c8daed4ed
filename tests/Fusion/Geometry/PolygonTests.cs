using System.Numerics;
using FaceFusion.Fusion.Geometry;

namespace FaceFusion.Fusion.Tests.Geometry;

public sealed class PolygonTests
{
    private static readonly Vector2[] Square = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];

    [Theory]
    [InlineData(5, 5, 5)]
    [InlineData(9, 4, 1)]
    [InlineData(-3, 14, 5)]
    [InlineData(10, 3, 0)]
    [InlineData(4, -2, 2)]
    public void The_distance_from_the_edges_of_a_square(float x, float y, float distance) =>
        Assert.Equal(distance, Polygon.Distance(Square, new Vector2(x, y)), 5);

    [Fact]
    public void A_polygon_of_one_corner_is_a_point() => Assert.Equal(5, Polygon.Distance([new(1, 1)], new Vector2(4, 5)), 5);

    [Fact]
    public void Inside_and_outside_of_a_polygon_with_a_notch()
    {
        Vector2[] notched = [new(0, 0), new(10, 0), new(10, 10), new(5, 2), new(0, 10)];
        Assert.True(Polygon.Contains(notched, new Vector2(1, 5)));
        Assert.False(Polygon.Contains(notched, new Vector2(5, 5)));
        Assert.True(Polygon.Contains(notched, new Vector2(9, 5)));
    }
}
