using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Frames into detectors' and networks' tensors, and faces through maps.</summary>
[MemoryDiagnoser]
public class SamplingBenchmarks : IDisposable
{
    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    private readonly ImageBuffer _frame = Frames.Noise(3840, 2160);
    private readonly ImageBuffer _bytes = new(3840, 540);
    private readonly ImageBuffer _face = new(512, 512);
    private readonly ImageBuffer _coordinates = new(512, 512);
    private readonly FaceFusion.Kernels.Pixels.Plane _coverage = new(512, 512);
    private readonly float[] _tensor = new float[3 * 640 * 640];
    private PixelView _frame8;

    [GlobalSetup]
    public unsafe void SetUp()
    {
        _frame8 = new PixelView((nint)_bytes.Pointer, 3840 * 4, 3840, 2160, SampleFormat.UInt8, PixelLayout.Rgba);
        PixelCopy.Copy(_frame.AsView(), _frame8);
        _coverage.Fill(1);
        var turn = Affine2D.Similarity(1.3, 0.3, 900, 500);
        for (int i = 0; i < _coordinates.Length; i++)
            _coordinates.Pixels[i] = new Vector4(turn.Apply(new Vector2(i % 512, i / 512)), 0, 0);
    }

    [Benchmark]
    public void Detector640FromUhdBytes() => AreaSampler.SampleTensor(
        _frame8, Affine2D.Scaling(6, 6), default, premultiplied: false, TensorFormat.UnitRgb, 640, 640, _tensor, EdgeMode.Zero);

    [Benchmark]
    public void Detector640FromUhdFloatDisplay() => AreaSampler.SampleTensor(
        _frame.AsView(), Affine2D.Scaling(6, 6), default, premultiplied: false, TensorFormat.UnitRgb, 640, 640, _tensor, EdgeMode.Zero);

    [Benchmark]
    public void Detector640FromUhdFloatSceneLinear() => AreaSampler.SampleTensor(
        _frame.AsView(), Affine2D.Scaling(6, 6), Scene, premultiplied: true, TensorFormat.UnitRgb, 640, 640, _tensor, EdgeMode.Zero);

    [Benchmark]
    public void Crop512Turned() => AreaSampler.Sample(
        _frame.AsView(), Affine2D.Similarity(1.3, 0.3, 900, 500), Scene, premultiplied: true, _face);

    [Benchmark]
    public void MapSample512() => MapSampler.Sample(_frame, _coordinates, _coverage, _face);

    [Benchmark]
    public void ResizeUhdTo512() => Resize.Area(_frame, _face);

    public void Dispose()
    {
        _frame.Dispose();
        _bytes.Dispose();
        _face.Dispose();
        _coordinates.Dispose();
        _coverage.Dispose();
        GC.SuppressFinalize(this);
    }
}
