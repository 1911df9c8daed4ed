using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Warping;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Moving the plate around a face of 260 pixels (about 110 between the eyes).</summary>
[MemoryDiagnoser]
public class WarpingBenchmarks : IDisposable
{
    private const int Columns = 152, Rows = 168, Width = 500, Height = 560;
    private const float Reach = 29;

    private readonly FaceFusion.Kernels.Pixels.Plane _coverage = new(Columns, Rows);
    private readonly ImageBuffer _field = new(Columns, Rows);
    private readonly DisplacementGrid _grid = new(Columns, Rows, -10, -10, 3.44, 3.44);
    private readonly ImageBuffer _plate = Frames.Noise(Width, Height);
    private readonly ImageBuffer _warped = new(Width, Height);
    private readonly FaceFusion.Kernels.Pixels.Plane _weight = new(Width, Height);

    [GlobalSetup]
    public void SetUp()
    {
        for (int y = 0; y < Rows; y++)
        {
            for (int x = 0; x < Columns; x++)
            {
                Vector2 place = new((x - Columns / 2f) / 38, (y - Rows / 2f) / 46);
                _coverage.Row(y)[x] = place.LengthSquared() < 1 ? 1 : 0;
                _field.Row(y)[x] = new Vector4(8 * place.X, 6 * place.Y, 0, 0);
            }
        }

        _field.Pixels.CopyTo(_grid.Cells.Pixels);
        SilhouetteExtension.Apply(_coverage, _grid.Cells, Reach);
        GaussianBlur.Apply(_grid.Cells, 0.55f, _grid.Cells, EdgeMode.Zero);
    }

    [Benchmark]
    public void ExtendField() => SilhouetteExtension.Apply(_coverage, _field, Reach);

    [Benchmark]
    public void WarpPlate() =>
        DisplacementWarp.Apply(_grid, RectI.FromSize(Width, Height), _plate, _plate, weighByAlpha: false, _warped, _weight);

    [Benchmark]
    public void WarpPremultipliedPlate() =>
        DisplacementWarp.Apply(_grid, RectI.FromSize(Width, Height), _plate, _plate, weighByAlpha: true, _warped, _weight);

    public void Dispose()
    {
        _coverage.Dispose();
        _field.Dispose();
        _grid.Dispose();
        _plate.Dispose();
        _warped.Dispose();
        _weight.Dispose();
        GC.SuppressFinalize(this);
    }
}
