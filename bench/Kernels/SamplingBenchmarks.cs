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

    private readonly ImageBuffer frame = Frames.Noise(3840, 2160);
    private readonly ImageBuffer bytes = new(3840, 540);
    private readonly ImageBuffer face = new(512, 512);
    private readonly ImageBuffer coordinates = new(512, 512);
    private readonly FaceFusion.Kernels.Pixels.Plane coverage = new(512, 512);
    private readonly float[] tensor = new float[3 * 640 * 640];
    private PixelView frame8;

    [GlobalSetup]
    public unsafe void SetUp()
    {
        frame8 = new PixelView((nint)bytes.Pointer, 3840 * 4, 3840, 2160, SampleFormat.UInt8, PixelLayout.Rgba);
        PixelCopy.Copy(frame.AsView(), frame8);
        coverage.Fill(1);
        var turn = Affine2D.Similarity(1.3, 0.3, 900, 500);
        for (int i = 0; i < coordinates.Length; i++)
            coordinates.Pixels[i] = new Vector4(turn.Apply(new Vector2(i % 512, i / 512)), 0, 0);
    }

    [Benchmark]
    public void Detector640FromUhdBytes() => AreaSampler.SampleTensor(
        frame8, Affine2D.Scaling(6, 6), default, premultiplied: false, TensorFormat.UnitRgb, 640, 640, tensor, EdgeMode.Zero);

    [Benchmark]
    public void Detector640FromUhdFloatDisplay() => AreaSampler.SampleTensor(
        frame.AsView(), Affine2D.Scaling(6, 6), default, premultiplied: false, TensorFormat.UnitRgb, 640, 640, tensor, EdgeMode.Zero);

    [Benchmark]
    public void Detector640FromUhdFloatSceneLinear() => AreaSampler.SampleTensor(
        frame.AsView(), Affine2D.Scaling(6, 6), Scene, premultiplied: true, TensorFormat.UnitRgb, 640, 640, tensor, EdgeMode.Zero);

    [Benchmark]
    public void Crop512Turned() => AreaSampler.Sample(
        frame.AsView(), Affine2D.Similarity(1.3, 0.3, 900, 500), Scene, premultiplied: true, face);

    [Benchmark]
    public void MapSample512() => MapSampler.Sample(frame, coordinates, coverage, face);

    [Benchmark]
    public void ResizeUhdTo512() => Resize.Area(frame, face);

    public void Dispose()
    {
        frame.Dispose();
        bytes.Dispose();
        face.Dispose();
        coordinates.Dispose();
        coverage.Dispose();
        GC.SuppressFinalize(this);
    }
}
