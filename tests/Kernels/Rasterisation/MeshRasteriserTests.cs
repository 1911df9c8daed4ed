using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Rasterisation;

public class MeshRasteriserTests
{
    private const double Subpixel = 1 / 4096.0;

    [Fact]
    public void A_random_mesh_matches_a_ray_through_every_pixel() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var region = new RectI(-7, 3, -7 + random.Next(1, 40), 3 + random.Next(1, 40));
        Vector3[] vertices = RandomVertices(random, 20, region);
        int[] triangles = [.. Enumerable.Range(0, 45).Select(_ => random.Next(20))];
        Vector4[] attributes = [.. vertices.Select(_ => new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle()) * 8)];
        var front = (MeshWinding)random.Next(2);

        using var coverage = new Plane(region.Width, region.Height);
        using var actual = new ImageBuffer(region.Width, region.Height);
        coverage.Fill(7);
        actual.Fill(new Vector4(9));
        MeshRasteriser.Rasterise(vertices, triangles, attributes, front, region, coverage, actual);
        using var alone = new Plane(region.Width, region.Height);
        alone.Fill(7);
        MeshRasteriser.Rasterise(vertices, triangles, front, region, alone);
        Assert.Equal(coverage.Values, alone.Values);
        for (int y = 0; y < region.Height; y++)
        {
            for (int x = 0; x < region.Width; x++)
            {
                Seen seen = Look(vertices, triangles, attributes, front, region.X1 + x + 0.5, region.Y1 + y + 0.5);
                Assert.Equal(seen.Covered ? 1 : 0, coverage.Row(y)[x]);
                if (!seen.Ambiguous)
                    TestBuffers.AssertClose(seen.Attribute, actual.Row(y)[x], 1e-4, $"seed {seed} ({x}, {y})");
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neighbouring_triangles_share_every_pixel_out_exactly_once() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        // A jittered grid, many of its corners right on pixel centres, each triangle drawn alone: their sum must be 1.
        var random = new Random(seed);
        const int Cells = 4;
        const int Size = 32;
        var vertices = new List<Vector3>();
        for (int j = 0; j <= Cells; j++)
        {
            for (int i = 0; i <= Cells; i++)
            {
                bool isSide = i is 0 or Cells || j is 0 or Cells;
                float jitterX = isSide ? 0 : Jitter(random);
                float jitterY = isSide ? 0 : Jitter(random);
                vertices.Add(new Vector3((i * Size / (float)Cells) + jitterX, (j * Size / (float)Cells) + jitterY, 1));
            }
        }

        float[] sum = new float[Size * Size];
        using var coverage = new Plane(Size, Size);
        using var interpolated = new ImageBuffer(Size, Size);
        for (int j = 0; j < Cells; j++)
        {
            for (int i = 0; i < Cells; i++)
            {
                int a = (j * (Cells + 1)) + i;
                foreach (int[] triangle in (int[][])[[a, a + 1, a + Cells + 2], [a, a + Cells + 2, a + Cells + 1]])
                {
                    MeshRasteriser.Rasterise(
                        [.. vertices], triangle, new Vector4[vertices.Count], MeshWinding.Clockwise, RectI.FromSize(Size, Size), coverage, interpolated);
                    for (int p = 0; p < sum.Length; p++)
                        sum[p] += coverage.Values[p];
                }
            }
        }

        return sum.All(count => count == 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearer_wins_in_any_order_and_back_faces_are_left_away()
    {
        Vector3[] vertices =
        [
            new(0, 0, 5), new(8, 0, 5), new(0, 8, 5),
            new(0, 0, 2), new(8, 0, 2), new(0, 8, 2),
            new(0, 0, 1), new(0, 8, 1), new(8, 0, 1),
        ];
        Vector4[] attributes = [.. Enumerable.Range(0, 9).Select(i => new Vector4(i / 3))];
        using var coverage = new Plane(8, 8);
        using var interpolated = new ImageBuffer(8, 8);
        foreach (int[] order in (int[][])[[0, 1, 2, 3, 4, 5, 6, 7, 8], [6, 7, 8, 3, 4, 5, 0, 1, 2]])
        {
            MeshRasteriser.Rasterise(vertices, order, attributes, MeshWinding.Clockwise, RectI.FromSize(8, 8), coverage, interpolated);
            Assert.Equal(new Vector4(1), interpolated.Row(1)[1]);
            MeshRasteriser.Rasterise(vertices, order, attributes, MeshWinding.CounterClockwise, RectI.FromSize(8, 8), coverage, interpolated);
            Assert.Equal(new Vector4(2), interpolated.Row(1)[1]);
        }
    }

    [Fact]
    public void Undrawable_triangles_are_left_away_without_harm()
    {
        Vector3[] vertices =
        [
            new(float.NaN, 0, 0), new(8, 0, 0), new(0, 8, 0), new(1e9f, 0, 0), new(0, float.PositiveInfinity, 0), new(0, 0, float.NaN), new(4, 4, 0),
        ];
        int[] triangles = [0, 1, 2, 3, 1, 2, 4, 1, 2, 5, 1, 2, 1, 1, 2, 1, 6, 2];
        using var coverage = new Plane(8, 8);
        using var interpolated = new ImageBuffer(8, 8);
        MeshRasteriser.Rasterise(vertices, triangles, new Vector4[7], MeshWinding.Clockwise, RectI.FromSize(8, 8), coverage, interpolated);
        Assert.True(coverage.Values.IndexOfAnyExcept(0f) < 0);

        using var none = new Plane(0, 0);
        using var nothing = new ImageBuffer(0, 0);
        MeshRasteriser.Rasterise(vertices, triangles, new Vector4[7], MeshWinding.Clockwise, RectI.Empty, none, nothing);
    }

    [Fact]
    public void A_triangle_far_larger_than_the_region_covers_it()
    {
        Vector3[] vertices = [new(-60000, -60000, 0), new(60000, -60000, 0), new(0, 60000, 0)];
        Vector4[] attributes = [.. vertices.Select(v => new Vector4(v, 1))];
        var region = new RectI(100, 200, 116, 209);
        using var coverage = new Plane(16, 9);
        using var interpolated = new ImageBuffer(16, 9);
        MeshRasteriser.Rasterise(vertices, [0, 1, 2], attributes, MeshWinding.Clockwise, region, coverage, interpolated);
        Assert.True(coverage.Values.IndexOfAnyExcept(1f) < 0);
        TestBuffers.AssertClose(new Vector4(105.5f, 203.5f, 0, 1), interpolated.Row(3)[5], 0.05, "attributes");
    }

    [Fact]
    public void Lengths_sizes_and_indices_are_checked()
    {
        using var coverage = new Plane(2, 2);
        using var interpolated = new ImageBuffer(2, 2);
        var region = RectI.FromSize(2, 2);
        Assert.Throws<ArgumentException>(() => MeshRasteriser.Rasterise(new Vector3[3], [0, 1], new Vector4[3], default, region, coverage, interpolated));
        Assert.Throws<ArgumentException>(() => MeshRasteriser.Rasterise(new Vector3[3], [0, 1, 3], new Vector4[3], default, region, coverage, interpolated));
        Assert.Throws<ArgumentException>(() => MeshRasteriser.Rasterise(new Vector3[3], [0, 1, -1], new Vector4[3], default, region, coverage, interpolated));
        Assert.Throws<ArgumentException>(() => MeshRasteriser.Rasterise(new Vector3[3], [0, 1, 2], new Vector4[2], default, region, coverage, interpolated));
        Assert.Throws<ArgumentException>(() => MeshRasteriser.Rasterise(new Vector3[3], [0, 1, 2], new Vector4[3], default, region.Inflate(1), coverage, interpolated));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var random = new Random(5);
        var region = RectI.FromSize(90, 140);
        Vector3[] vertices = RandomVertices(random, 200, region);
        int[] triangles = [.. Enumerable.Range(0, 600).Select(_ => random.Next(200))];
        Vector4[] attributes = [.. vertices.Select(v => new Vector4(v, 1))];
        using var coverage = new Plane(90, 140);
        using var interpolated = new ImageBuffer(90, 140);
        Threads.AssertSameBits<Vector4>(() =>
        {
            MeshRasteriser.Rasterise(vertices, triangles, attributes, MeshWinding.Clockwise, region, coverage, interpolated);
            return interpolated.Pixels;
        });
    }

    // Below a quarter of a grid cell, so that no triangle turns over.
    private static float Jitter(Random random) => (random.Next(-3, 4) * 0.5f) + (random.Next(2) * random.NextSingle() * 0.45f);

    private static Vector3[] RandomVertices(Random random, int count, RectI region) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new Vector3(
            region.X1 - 5 + ((region.Width + 10) * random.NextSingle()), region.Y1 - 5 + ((region.Height + 10) * random.NextSingle()), random.NextSingle())),
    ];

    private readonly record struct Seen(bool Covered, bool Ambiguous, Vector4 Attribute);

    /// <summary>What a pixel's centre sees, from barycentric coordinates in double precision.</summary>
    private static Seen Look(Vector3[] vertices, int[] triangles, Vector4[] attributes, MeshWinding front, double x, double y)
    {
        var seen = default(Seen);
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            (double X, double Y)[] p = [.. triangles[i..(i + 3)].Select(k => (Snap(vertices[k].X), Snap(vertices[k].Y)))];
            double area = Cross(p[0], p[1], p[2]);
            if ((front == MeshWinding.Clockwise ? area : -area) <= 0)
                continue;

            double[] w = [Cross(p[1], p[2], (x, y)) / area, Cross(p[2], p[0], (x, y)) / area, Cross(p[0], p[1], (x, y)) / area];
            if (w.Any(share => share < 0))
                continue;

            double z = 0;
            Vector4 attribute = Vector4.Zero;
            for (int k = 0; k < 3; k++)
            {
                z += w[k] * vertices[triangles[i + k]].Z;
                attribute += attributes[triangles[i + k]] * (float)w[k];
            }

            if (z < nearest)
                seen = new Seen(true, nearest - z < 1e-5, attribute);
            else
                seen = seen with { Ambiguous = seen.Ambiguous || z - nearest < 1e-5 };
            nearest = Math.Min(nearest, z);
        }

        return seen;
    }

    private static double Snap(double value) => Math.Round(value / Subpixel) * Subpixel;

    private static double Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
}
