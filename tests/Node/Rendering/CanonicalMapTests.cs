using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>Where a pixel of a proxy, of an anamorphic plate or of an image that begins elsewhere lies at full resolution.</summary>
public class CanonicalMapTests
{
    private static readonly OfxRectI Bounds = new() { x1 = -10, y1 = 20, x2 = 90, y2 = 70 };

    [Theory]
    [InlineData(1, 1, 0, 0, -10, 70)]
    [InlineData(1, 1, 100, 50, 90, 20)]
    [InlineData(2, 1, 0, 0, -20, 70)]
    [InlineData(1, 0.5, 100, 50, 180, 40)]
    [InlineData(2, 0.25, 10, 10, 0, 240)]
    public void A_point_of_the_raster_has_its_place(double aspect, double scale, float x, float y, double canonicalX, double canonicalY)
    {
        CanonicalMap map = new(Bounds, aspect, new OfxPointD { x = scale, y = scale });
        OfxPointD place = map.ToCanonical(new Vector2(x, y));
        Assert.Equal((canonicalX, canonicalY), (place.x, place.y));
        Assert.Equal(new Vector2(x, y), map.ToRaster(place));
    }

    [Fact]
    public void A_box_stands_upright_and_the_image_is_a_box()
    {
        CanonicalMap map = new(Bounds, 2, new OfxPointD { x = 0.5, y = 0.5 });
        OfxRectD all = map.ToCanonical(new RectF(0, 0, 100, 50)), bounds = map.OfBounds;
        Assert.Equal((-40, 40, 360, 140), (all.x1, all.y1, all.x2, all.y2));
        Assert.Equal((all.x1, all.y1, all.x2, all.y2), (bounds.x1, bounds.y1, bounds.x2, bounds.y2));
    }

    [Fact]
    public void There_and_back_is_the_same_point() => Prop.ForAll(
        Gen.Choose(-4000, 4000).Two().ToArbitrary(), Gen.Elements(0.25, 0.5, 0.75, 1).ToArbitrary(), Gen.Elements(0.9, 1, 1.0667, 2).ToArbitrary(),
        (point, scale, aspect) =>
        {
            CanonicalMap map = new(Bounds, aspect, new OfxPointD { x = scale, y = scale });
            Vector2 there = new(point.Item1 / 4f, point.Item2 / 4f);
            return Vector2.Distance(there, map.ToRaster(map.ToCanonical(there))) < 1e-3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_host_without_a_scale_renders_at_full_resolution() =>
        Assert.Equal(1, new CanonicalMap(Bounds, 1, default).UnitsPerRow);
}
