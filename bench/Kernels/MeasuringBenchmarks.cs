using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>What is measured in, and shaped from, the region of a large face; and a 4K frame sampled for several looks.</summary>
[MemoryDiagnoser]
public class MeasuringBenchmarks : IDisposable
{
    private const int Size = 800;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    private readonly ImageBuffer _frame = Frames.Noise(3840, 2160);
    private readonly ImageBuffer _image = Frames.Noise(Size, Size);
    private readonly ImageBuffer _lower = Frames.Noise(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _weights = new(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _lightness = new(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _plane = new(Size, Size);

    [GlobalSetup]
    public void SetUp()
    {
        for (int y = 100; y < 700; y++)
            _weights.Row(y)[150..650].Fill(1);
        LuminanceRoots.Fill(_image, _weights, _lightness);
    }

    [Benchmark]
    public void FeatherBySides() => DirectionalFeather.Apply(_lightness, Affine2D.Similarity(2.0 / Size, 0.1, -1, -1), new FeatherWidths(10, 20, 30, 40), _plane);

    [Benchmark]
    public void Roots() => LuminanceRoots.Fill(_image, _weights, _plane);

    [Benchmark]
    public double MeanOfRoots() => LuminanceRoots.Mean(_lightness, _weights, _weights, 0.6f);

    [Benchmark]
    public Vector4 Contrast() => BandContrast.Measure(_image, _lower, _weights, 1.5f);

    [Benchmark]
    public void Hairs() => DarkLines.Apply(_lightness, 6, _plane);

    [Benchmark]
    public void Hysteresis() => HysteresisThreshold.Apply(_lightness, 0.5f, 0.7f, _weights, 2, 40, _plane);

    [Benchmark]
    public LinearField FieldOfDifference() => LinearField.FitDifference(_image, _lower, _weights);

    [Benchmark]
    public float Blur() => BlurEstimate.Difference(_lightness, _plane, _weights, 0.001f, 0.5f);

    [Benchmark]
    public void PictureOfUhd()
    {
        using PlanarPicture picture = new(_frame.AsView(), Affine2D.Scaling(3, 3), Scene, premultiplied: true, TensorFormat.UnitRgb, 1280, 720);
    }

    public void Dispose()
    {
        _frame.Dispose();
        _image.Dispose();
        _lower.Dispose();
        _weights.Dispose();
        _lightness.Dispose();
        _plane.Dispose();
        GC.SuppressFinalize(this);
    }
}
