using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
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

    private readonly ImageBuffer _frame = Frames.Noise(1920, 1080);
    private readonly ImageBuffer _output = new(1920, 1080);
    private readonly ImageBuffer _original = new(Size, Size);
    private readonly ImageBuffer _result = Frames.Noise(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _matte = new(Size, Size);
    private readonly ImageBuffer _crop = Frames.Noise(512, 512);
    private readonly ImageBuffer _cropResult = Frames.Noise(512, 512);
    private readonly FaceFusion.Kernels.Pixels.Plane _cropMatte = new(512, 512);
    private readonly Vector3[] _vertices = new Vector3[Grid * Grid];
    private readonly Vector4[] _attributes = new Vector4[Grid * Grid];
    private int[] _triangles = [];

    [GlobalSetup]
    public void SetUp()
    {
        PixelReader.Read(_frame.AsView(), Face, Scene, premultiplied: true, _original);
        _cropMatte.Fill(1);
        for (int y = 150; y < 650; y++)
            _matte.Row(y)[150..650].Fill(0.8f);

        var corners = new List<int>();
        for (int i = 0; i < _vertices.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Grid);
            _vertices[i] = new Vector3(column * Size / (Grid - 1f), row * Size / (Grid - 1f), 1);
            _attributes[i] = new Vector4(_vertices[i], 1);
            if (row < Grid - 1 && column < Grid - 1)
                corners.AddRange([i, i + 1, i + Grid + 1, i, i + Grid + 1, i + Grid]);
        }

        _triangles = [.. corners];
    }

    [Benchmark]
    public void CopyFrame() => PixelCopy.Copy(_frame.AsView(), _output.AsView());

    [Benchmark]
    public void ReadFace() => PixelReader.Read(_frame.AsView(), Face, Scene, premultiplied: true, _original);

    [Benchmark]
    public void RasteriseFace() => MeshRasteriser.Rasterise(
        _vertices, _triangles, _attributes, MeshWinding.Clockwise, RectI.FromSize(Size, Size), _matte, _result);

    [Benchmark]
    public void PasteFace() => ResidualPaste.Composite(
        _frame.AsView(), _output.AsView(), _frame.Bounds, new FaceResidual(Face, _original, _result, _matte, 1, Scene), premultiplied: true);

    [Benchmark]
    public void MatteOfCrop() => SoftBox.Fill(38, 38, 474, 474, 19, _cropMatte);

    [Benchmark]
    public void PasteCropEnlarged() => PasteCrop(1.4);

    [Benchmark]
    public void PasteCropReduced() => PasteCrop(0.7);

    private void PasteCrop(double scale) => CropPaste.Apply(
        _output.AsView(), _output.Bounds, new ChangedCrop(Affine2D.Similarity(scale, 0.2, 600, 100), _crop, _cropResult, _cropMatte, 1, Scene), premultiplied: true);

    public void Dispose()
    {
        _crop.Dispose();
        _cropResult.Dispose();
        _cropMatte.Dispose();
        _frame.Dispose();
        _output.Dispose();
        _original.Dispose();
        _result.Dispose();
        _matte.Dispose();
        GC.SuppressFinalize(this);
    }
}
