using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

/// <summary>On made-up maps: the canonical face on a grid of 300 pixels, 60 between the eyes.</summary>
public class FaceVisibilityTests
{
    private const int Side = 300;
    private const float Unit = 60;

    private static readonly Vector2 Cheek = At(205), Forehead = At(151), Lips = At(13);

    [Fact]
    public void A_face_of_nothing_but_skin_is_visible_everywhere()
    {
        using FaceSegmentation segmentation = Segmentation(_ => (1, 0));
        using Plane visible = Visible(segmentation);
        Assert.True(visible.Values.IndexOfAnyExceptInRange(1 - 1e-5f, 1f) < 0);
    }

    [Fact]
    public void Hair_hides_what_it_covers_and_nothing_beside_it()
    {
        using FaceSegmentation segmentation = Segmentation(at => at.Y < Forehead.Y ? (0, 1) : (1, 0));
        using Plane visible = Visible(segmentation);
        Assert.Equal(0, Value(visible, Forehead - new Vector2(0, 0.1f * Unit)));
        Assert.Equal(1, Value(visible, Forehead + new Vector2(0, 0.1f * Unit)), 1e-5f);
        float previous = 0;
        for (int y = 0; y < Side; y++)
        {
            Assert.True(visible.Row(y)[(int)Forehead.X] >= previous - 1e-5f);
            previous = visible.Row(y)[(int)Forehead.X];
        }
    }

    [Theory]
    [InlineData(0.06f, 1)]
    [InlineData(0.15f, 0)]
    public void Something_in_front_of_the_cheek_hides_it_and_a_speck_does_not(float radius, float expected)
    {
        using FaceSegmentation segmentation = Segmentation(at => Vector2.Distance(at, Cheek) < radius * Unit ? (0, 0) : (1, 0));
        using Plane visible = Visible(segmentation);
        Assert.Equal(expected, Value(visible, Cheek), 1e-4f);
        Assert.Equal(1, Value(visible, Cheek + new Vector2((radius + 0.1f) * Unit, 0)), 1e-4f);
    }

    [Fact]
    public void Lips_may_look_like_no_skin_but_a_microphone_in_front_of_them_goes_on_beside_them()
    {
        using FaceSegmentation lips = Segmentation(at => Vector2.Distance(at * new Vector2(0.5f, 1), Lips * new Vector2(0.5f, 1)) < 0.12f * Unit ? (0, 0) : (1, 0));
        using Plane visible = Visible(lips);
        Assert.Equal(1, Value(visible, Lips), 1e-4f);

        using FaceSegmentation microphone = Segmentation(at => Math.Abs(at.X - Lips.X) < 0.25f * Unit && at.Y > Lips.Y - 0.1f * Unit ? (0, 0) : (1, 0));
        using Plane hidden = Visible(microphone);
        Assert.Equal(0, Value(hidden, Lips), 1e-4f);
    }

    [Fact]
    public void A_network_that_sees_no_face_at_all_is_not_believed()
    {
        using FaceSegmentation segmentation = Segmentation(at => at.X < Side / 3 ? (1, 0) : (0, 0));
        using Plane visible = Visible(segmentation);
        Assert.True(visible.Values.IndexOfAnyExcept(1f) < 0);
    }

    [Fact]
    public void Eroding_keeps_clear_of_what_hides_the_face()
    {
        using FaceSegmentation segmentation = Segmentation(at => at.Y < Forehead.Y ? (0, 1) : (1, 0));
        using FaceVisibility visibility = FaceVisibility.Of(segmentation);
        visibility.Erode(0.08f);
        using Plane visible = visibility.Sample(Affine2D.Identity, Side, Side);
        Assert.Equal(0, Value(visible, Forehead + new Vector2(0, 0.03f * Unit)), 1e-4f);
        Assert.InRange(Value(visible, Forehead + new Vector2(0, 0.08f * Unit)), 0.2f, 0.8f);
        Assert.Equal(1, Value(visible, Forehead + new Vector2(0, 0.15f * Unit)), 1e-4f);
    }

    [Theory]
    [InlineData(0.02f, 0.1f, true)]
    [InlineData(0.02f, 0.3f, false)]
    [InlineData(0.3f, 0.1f, false)]
    public void An_identitys_dark_hair_reaches_a_little_further_than_a_network_says(float lightness, float reach, bool hides)
    {
        // Hair up to an edge beside the cheek; further on it is as dark, but called skin.
        float edge = Cheek.X - 0.2f * Unit, end = edge + reach * Unit;
        using FaceSegmentation segmentation = Segmentation(at => at.X < edge ? (0, 1) : (1, 0));
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                segmentation.Maps.Row(y)[x].W = x < (int)end ? lightness : 0.6f;
        }

        using FaceVisibility visibility = FaceVisibility.OfIdentity(segmentation);
        using Plane visible = visibility.Sample(Affine2D.Identity, Side, Side);
        Vector2 beyond = new(end - 0.03f * Unit, Cheek.Y), above = beyond with { Y = Forehead.Y };
        Assert.Equal(hides ? 0 : 1, Value(visible, beyond), 1e-3f);
        Assert.Equal(1, Value(visible, above), 1e-3f);
        Assert.Equal(1, Value(visible, new Vector2(end + 0.06f * Unit, Cheek.Y)), 1e-3f);
        Assert.Equal(0, Value(visible, new Vector2(edge - 0.06f * Unit, Cheek.Y)), 1e-3f);
    }

    [Fact]
    public void A_fringe_moves_with_a_face_that_gets_another_shape()
    {
        using FaceSegmentation segmentation = Segmentation(at => at.Y < Forehead.Y ? (0, 1) : (1, 0));
        Vector3[] longer = segmentation.Mesh.Points.ToArray();
        foreach (ref Vector3 point in longer.AsSpan())
            point.Y += 0.2f * (point.Y - Lips.Y);
        RectI window = new(-10, -20, Side, Side + 30);
        TargetSurface still = new(segmentation.Mesh, window), moved = new(new FaceMesh(longer, 1), window);
        SwapScale scale = new(HeadPose.Fit(segmentation.Mesh), 1);
        using Plane before = FaceVisibility.On(still, segmentation, scale), after = FaceVisibility.On(moved, segmentation, scale);
        using Plane all = FaceVisibility.On(moved, null, scale), direct = Visible(segmentation), seen = still.Coverage();
        Assert.True(all.Values.IndexOfAnyExcept(1f) < 0);
        int x = (int)Forehead.X - window.X1;
        for (int y = 0; y < seen.Height; y++)
        {
            if (seen.Row(y)[x] > 0)
                Assert.InRange(before.Row(y)[x] - direct.Row(y + window.Y1)[(int)Forehead.X], -0.02f, 0.02f);
        }

        float edge = Forehead.Y + 0.2f * (Forehead.Y - Lips.Y) - window.Y1;
        Assert.InRange(after.Row((int)(edge - 0.06f * Unit))[x], 0, 0.05f);
        Assert.InRange(after.Row((int)(edge + 0.08f * Unit))[x], 0.95f, 1);
        Assert.InRange(before.Row((int)(edge + 0.08f * Unit))[x], 0, 0.05f);
    }

    private static Plane Visible(FaceSegmentation segmentation)
    {
        using FaceVisibility visibility = FaceVisibility.Of(segmentation);
        return visibility.Sample(Affine2D.Identity, Side, Side);
    }

    private static float Value(Plane plane, Vector2 at) => plane.Row((int)at.Y)[(int)at.X];

    private static Vector2 At(int index)
    {
        Vector3 point = CanonicalFace.Points[index];
        return new Vector2(point.X, point.Y) * Unit + new Vector2(Side / 2f);
    }

    private static FaceSegmentation Segmentation(Func<Vector2, (float Skin, float Hair)> show)
    {
        ImageBuffer maps = new(Side, Side);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                (float skin, float hair) = show(new Vector2(x + 0.5f, y + 0.5f));
                maps.Row(y)[x] = new Vector4(skin, 0, hair, 1);
            }
        }

        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)] * Unit + new Vector3(Side / 2f, Side / 2f, 0);
        return new FaceSegmentation(maps, new FaceMesh(points, 1), Affine2D.Identity);
    }
}
