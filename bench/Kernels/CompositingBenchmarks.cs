using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Reading, drawing and pasting a large face in a 1080p frame.</summary>
[MemoryDiagnoser]
public class CompositingBenchmarks : IDisposable
{
    private const int Size = 800;
    private const int Grid = 31;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);
    private static readonly RectI Face = new(500, 100, 500 + Size, 100 + Size);

    private readonly ImageBuffer frame = Frames.Noise(1920, 1080);
    private readonly ImageBuffer output = new(1920, 1080);
    private readonly ImageBuffer original = new(Size, Size);
    private readonly ImageBuffer result = Frames.Noise(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane matte = new(Size, Size);
    private readonly Vector3[] vertices = new Vector3[Grid * Grid];
    private readonly Vector4[] attributes = new Vector4[Grid * Grid];
    private int[] triangles = [];

    [GlobalSetup]
    public void SetUp()
    {
        PixelReader.Read(frame.AsView(), Face, Scene, premultiplied: true, original);
        for (int y = 150; y < 650; y++)
            matte.Row(y)[150..650].Fill(0.8f);

        var corners = new List<int>();
        for (int i = 0; i < vertices.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Grid);
            vertices[i] = new Vector3(column * Size / (Grid - 1f), row * Size / (Grid - 1f), 1);
            attributes[i] = new Vector4(vertices[i], 1);
            if (row < Grid - 1 && column < Grid - 1)
                corners.AddRange([i, i + 1, i + Grid + 1, i, i + Grid + 1, i + Grid]);
        }

        triangles = [.. corners];
    }

    [Benchmark]
    public void CopyFrame() => PixelCopy.Copy(frame.AsView(), output.AsView());

    [Benchmark]
    public void ReadFace() => PixelReader.Read(frame.AsView(), Face, Scene, premultiplied: true, original);

    [Benchmark]
    public void RasteriseFace() => MeshRasteriser.Rasterise(
        vertices, triangles, attributes, MeshWinding.Clockwise, RectI.FromSize(Size, Size), matte, result);

    [Benchmark]
    public void PasteFace() => ResidualPaste.Composite(
        frame.AsView(), output.AsView(), frame.Bounds, Face, original, result, matte, 1, Scene, premultiplied: true);

    public void Dispose()
    {
        frame.Dispose();
        output.Dispose();
        original.Dispose();
        result.Dispose();
        matte.Dispose();
        GC.SuppressFinalize(this);
    }
}
