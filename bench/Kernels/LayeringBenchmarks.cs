using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Warping;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Layers, mattes and maps of a large face in a 1080p frame.</summary>
[MemoryDiagnoser]
public class LayeringBenchmarks : IDisposable
{
    private const int Size = 800;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);
    private static readonly RectI Face = new(500, 100, 500 + Size, 100 + Size);

    private readonly ImageBuffer _frame = Frames.Noise(1920, 1080);
    private readonly ImageBuffer _original = new(Size, Size);
    private readonly ImageBuffer _result = Frames.Noise(Size, Size);
    private readonly ImageBuffer _layer = new(Size, Size);
    private readonly ImageBuffer _coordinates = new(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _matte = new(Size, Size);
    private readonly FaceFusion.Kernels.Pixels.Plane _sum = new(Size, Size);

    [GlobalSetup]
    public void SetUp()
    {
        PixelReader.Read(_frame.AsView(), Face, Scene, premultiplied: true, _original);
        _matte.Fill(0.6f);
    }

    [Benchmark]
    public void FaceLayer()
    {
        LayerWriter.AddFace(_frame.AsView(), Face, new FaceResidual(Face, _original, _result, _matte, 1, Scene), premultiplied: true, _layer, _sum);
        LayerWriter.Write(_layer, Face, _frame.AsView());
    }

    [Benchmark]
    public void BlendAsTheHost() => HostBlend.Over(_layer, RectI.FromSize(Size, Size), _result, _matte, Scene);

    [Benchmark]
    public void MixLayers() => LayerMix.Add(_result, _matte, _layer);

    [Benchmark]
    public void ShareOverlap() => WeightSharing.Share(Face, _matte, _matte, Face.Offset(200, 0), _sum, _sum);

    [Benchmark]
    public void StMapOfPatch()
    {
        _coordinates.Pixels.Fill(new Vector4(300, 200, 0, 0));
        StMap.Normalise(_coordinates, _matte, 1920, 1080);
    }

    [Benchmark]
    public void MarkMissing() => MissingPixels.Mark(_frame.AsView(), Face, 0, isWideGamut: false, _layer);

    public void Dispose()
    {
        _frame.Dispose();
        _original.Dispose();
        _result.Dispose();
        _layer.Dispose();
        _coordinates.Dispose();
        _matte.Dispose();
        _sum.Dispose();
        GC.SuppressFinalize(this);
    }
}
