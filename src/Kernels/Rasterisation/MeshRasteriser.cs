using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Rasterisation;

/// <summary>Draws triangle meshes: which triangle a pixel's centre sees, and what its corners interpolate to there.</summary>
public static unsafe class MeshRasteriser
{
    private const int RowGrain = 16;

    /// <summary>
    /// Rasterises a mesh with a depth buffer. Corners are rounded to 1/4096 pixel and edges evaluated in integers with
    /// the top-left rule, so that neighbouring triangles leave no crack and share no pixel. Attributes and depth are
    /// affine over a triangle. Of equal depths the earlier triangle wins.
    /// </summary>
    /// <param name="vertices">X and Y: continuous raster coordinates; Z: depth, smaller is nearer. A triangle with a
    /// corner that is not finite, or more than 65536 pixels from the region's first pixel, is left away.</param>
    /// <param name="triangles">Three vertex indices a triangle.</param>
    /// <param name="attributes">Four numbers a vertex; finite.</param>
    /// <param name="front">The winding of what is seen; the other side is left away.</param>
    /// <param name="region">The pixels to draw; its (X1, Y1) is (0, 0) of the outputs.</param>
    /// <param name="coverage">Of the region's size: 1 where a triangle covers the pixel's centre, else 0.</param>
    /// <param name="interpolated">Of the region's size: the attributes there, 0 where nothing is covered; within 1e-5
    /// of the triangle's largest attribute of the affine function through the rounded corners.</param>
    /// <exception cref="ArgumentException">A length, a size or an index doesn't fit.</exception>
    public static void Rasterise(
        ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles, ReadOnlySpan<Vector4> attributes, MeshWinding front,
        RectI region, Plane coverage, ImageBuffer interpolated)
    {
        TriangleList.Require(triangles, vertices.Length);
        if (attributes.Length != vertices.Length)
            throw new ArgumentException($"{vertices.Length} vertices need as many attributes, not {attributes.Length}.", nameof(attributes));
        BufferShape.RequireSize(coverage, region.Width, region.Height);
        BufferShape.RequireSize(interpolated, region.Width, region.Height);
        if (region.IsEmpty)
            return;

        using Scratch setups = Scratch.Of<TriangleSetup>(Math.Max(1, triangles.Length / 3)), ranges = Scratch.Of<RowRange>(Math.Max(1, triangles.Length / 3));
        var triangle = (TriangleSetup*)setups.Pointer;
        var rows = (RowRange*)ranges.Pointer;
        int count = SetUp(vertices, triangles, attributes, front, region, triangle, rows);
        using Scratch depth = Scratch.Of<float>((long)region.Width * region.Height);
        Executor.For(0, region.Height, RowGrain, new Body(triangle, rows, count, region.Width, depth.Floats, coverage.Pointer, interpolated.Pointer));
    }

    /// <summary>Tells where a mesh is seen: the coverage of <see cref="Rasterise(ReadOnlySpan{Vector3}, ReadOnlySpan{int}, ReadOnlySpan{Vector4}, MeshWinding, RectI, Plane, ImageBuffer)"/> and nothing else.</summary>
    /// <param name="vertices">As there.</param>
    /// <param name="triangles">Three vertex indices a triangle.</param>
    /// <param name="front">The winding of what is seen.</param>
    /// <param name="region">The pixels to draw.</param>
    /// <param name="coverage">Of the region's size: 1 where a triangle covers the pixel's centre, else 0.</param>
    /// <exception cref="ArgumentException">A length, a size or an index doesn't fit.</exception>
    public static void Rasterise(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles, MeshWinding front, RectI region, Plane coverage)
    {
        TriangleList.Require(triangles, vertices.Length);
        BufferShape.RequireSize(coverage, region.Width, region.Height);
        if (region.IsEmpty)
            return;

        using Scratch setups = Scratch.Of<TriangleSetup>(Math.Max(1, triangles.Length / 3)), ranges = Scratch.Of<RowRange>(Math.Max(1, triangles.Length / 3));
        var triangle = (TriangleSetup*)setups.Pointer;
        var rows = (RowRange*)ranges.Pointer;
        int count = SetUp(vertices, triangles, [], front, region, triangle, rows);
        Executor.For(0, region.Height, RowGrain, new CoverBody(triangle, rows, count, region.Width, coverage.Pointer));
    }

    // A triangle's rows, apart from it: whoever draws some rows looks for the triangles there.
    private readonly record struct RowRange(int First, int End);

    // Those that can be drawn; their count.
    private static int SetUp(
        ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles, ReadOnlySpan<Vector4> attributes, MeshWinding front, RectI region, TriangleSetup* setups, RowRange* rows)
    {
        int count = 0;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            int a = triangles[i];
            (int b, int c) = front == MeshWinding.Clockwise ? (triangles[i + 1], triangles[i + 2]) : (triangles[i + 2], triangles[i + 1]);
            if (!TriangleSetup.TryCreate(vertices[a], vertices[b], vertices[c], region, out setups[count]))
                continue;
            if (!attributes.IsEmpty)
                setups[count].SetAttributes(attributes[a], attributes[b], attributes[c]);
            rows[count] = new RowRange(setups[count].FirstRow, setups[count].EndRow);
            count++;
        }

        return count;
    }

    private readonly struct CoverBody(TriangleSetup* triangles, RowRange* rows, int count, int width, float* coverage) : IRangeBody
    {
        public void Run(int from, int to)
        {
            new Span<float>(coverage + ((nint)from * width), (to - from) * width).Clear();
            for (int i = 0; i < count; i++)
            {
                int end = Math.Min(to, rows[i].End);
                for (int y = Math.Max(from, rows[i].First); y < end; y++)
                    triangles[i].CoverRow(y, width, coverage + ((nint)y * width));
            }
        }
    }

    private readonly struct Body(
        TriangleSetup* triangles, RowRange* rows, int count, int width, float* depth, float* coverage, Vector4* interpolated) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint start = (nint)from * width;
            int pixels = (to - from) * width;
            new Span<float>(depth + start, pixels).Fill(float.PositiveInfinity);
            new Span<float>(coverage + start, pixels).Clear();
            new Span<Vector4>(interpolated + start, pixels).Clear();

            for (int i = 0; i < count; i++)
            {
                int end = Math.Min(to, rows[i].End);
                for (int y = Math.Max(from, rows[i].First); y < end; y++)
                {
                    nint row = (nint)y * width;
                    triangles[i].DrawRow(y, width, depth + row, coverage + row, interpolated + row);
                }
            }
        }
    }
}
