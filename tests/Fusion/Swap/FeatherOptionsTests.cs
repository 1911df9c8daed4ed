using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Swap;

public class FeatherOptionsTests
{
    private const float Unit = 68;

    private static readonly double[] PixelAspects = [1, 2];

    [Fact]
    public void Percents_follow_the_face_and_pixels_the_render_scale()
    {
        SwapScale scale = Scale(Unit);
        Assert.Equal(new FeatherWidths(34, 17, 6.8f, 1.5f), Rounded(new FeatherOptions(50, 25, 10, 0).Widths(scale)));
        Assert.Equal(new FeatherWidths(50, 25, 10, 1.5f), new FeatherOptions(50, 25, 10, 0, FeatherUnit.Pixels).Widths(scale));
        Assert.Equal(new FeatherWidths(25, 12.5f, 5, 1.5f), (new FeatherOptions(50, 25, 10, 0, FeatherUnit.Pixels) with { RenderScale = 0.5f }).Widths(scale));
        Assert.Equal(FeatherOptions.DefaultPixels, FeatherOptions.Default.Widths(Scale(300)).Top, 0.1f);
    }

    [Fact]
    public void What_means_nothing_is_refused()
    {
        foreach (FeatherOptions options in new[]
        {
            new FeatherOptions(-1, 0, 0, 0), new(0, 101, 0, 0), new(0, 0, float.NaN, 0), new(0, 0, 0, 1001, FeatherUnit.Pixels), new(0, 0, 0, 0, (FeatherUnit)7),
            FeatherOptions.Default with { RenderScale = 0 }, FeatherOptions.Default with { RenderScale = float.NaN },
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new SwapOptions { Feather = options }.Validate());
        }

        new SwapOptions { Feather = new(0, 0, 0, 1000, FeatherUnit.Pixels) }.Validate();
    }

    [Fact]
    public void The_sides_are_the_heads_however_it_is_tilted() => Prop.ForAll(Gen.Choose(-180, 180).ToArbitrary(), degrees =>
    {
        foreach (double pixelAspect in PixelAspects)
        {
            Affine2D tilt = Affine2D.Similarity(Unit, degrees * Math.PI / 180, 300, 200);
            Vector3[] points = new Vector3[FaceMeshIndices.Count];
            for (int i = 0; i < points.Length; i++)
            {
                Vector3 point = CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)];
                Vector2 place = tilt.Apply(new Vector2(point.X, point.Y));
                points[i] = new Vector3(place.X / (float)pixelAspect, place.Y, Unit * point.Z);
            }

            TargetSurface surface = new(new FaceMesh(points, 1, pixelAspect), new RectI(7, -5, 100, 100));
            Affine2D toFace = surface.WindowToFace();
            Assert.InRange(toFace.Apply(Place(FaceMeshIndices.ForeheadTop)).Y, -1.02f, -0.95f);
            Assert.InRange(toFace.Apply(Place(FaceMeshIndices.Chin)).Y, 0.95f, 1.02f);
            Assert.InRange(toFace.Apply(Place(234)).X, -1.02f, -0.9f);
            Assert.InRange(toFace.Apply(Place(454)).X, 0.9f, 1.02f);

            Vector2 Place(int index) => new(points[index].X - 7, points[index].Y + 5);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static SwapScale Scale(float interOcular)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = interOcular * CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)];
        return new SwapScale(HeadPose.Fit(new FaceMesh(points, 1)), 1);
    }

    private static FeatherWidths Rounded(FeatherWidths widths) =>
        new(MathF.Round(widths.Top, 3), MathF.Round(widths.Bottom, 3), MathF.Round(widths.Left, 3), MathF.Round(widths.Right, 3));
}
