using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

/// <summary>A photo that ends at the column <see cref="End"/> of a picture with 40 pixels between the eyes.</summary>
public class SightSeamTests
{
    private const int Width = 60, Height = 20, End = 30;
    private const float Unit = 40;

    [Theory]
    [InlineData(0.5f, 0)]
    [InlineData(-0.2f, 1)]
    public void Seen_from_another_side_its_tones_become_its_own_little_by_little(float facingBeyond, float shownBeyond)
    {
        using Plane interior = Interior(facingBeyond, shownBeyond, degrees: 30);
        ReadOnlySpan<float> row = interior.Row(Height / 2);
        Assert.True(row[End..].IndexOfAnyExcept(0f) < 0);
        Assert.InRange(row[End - 5], 0.3f, 0.7f);
        Assert.True(row[..(End - 11)].IndexOfAnyExcept(1f) < 0);
        for (int x = 1; x <= End; x++)
            Assert.True(row[x] <= row[x - 1]);
    }

    [Fact]
    public void It_sets_in_softly_as_the_head_turns_and_not_at_all_from_the_photos_own_side()
    {
        float previous = 1;
        for (int degrees = 0; degrees <= 30; degrees++)
        {
            using Plane interior = Interior(-0.2f, 1, degrees);
            float value = interior.Row(Height / 2)[End - 5];
            Assert.InRange(previous - value, 0, 0.1f);
            if (degrees <= 9)
                Assert.True(interior.Values.IndexOfAnyExcept(1f) < 0);
            previous = value;
        }
    }

    private static Plane Interior(float facingBeyond, float shownBeyond, double degrees)
    {
        using ImageBuffer attributes = new(Width, Height), texture = new(Width, Height);
        for (int i = 0; i < attributes.Length; i++)
        {
            bool ends = i % Width >= End;
            attributes.Pixels[i].Z = ends ? facingBeyond : 0.9f;
            texture.Pixels[i].W = ends ? shownBeyond : 1;
        }

        using Plane coverage = Plane.Uninitialized(Width, Height);
        coverage.Fill(1);
        Plane interior = Plane.Uninitialized(Width, Height);
        interior.Fill(1);
        SightSeam.Apply(Math.Cos(degrees * Math.PI / 180), coverage, attributes, texture, Scale(), interior);
        return interior;
    }

    private static SwapScale Scale()
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)] * Unit;
        return new SwapScale(HeadPose.Fit(new FaceMesh(points, 1)), 1);
    }
}
