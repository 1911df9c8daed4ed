using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Colour transfer on the region of a large face in a 1080p frame.</summary>
[MemoryDiagnoser]
public class ColourBenchmarks : IDisposable
{
    private const int Size = 800;

    private readonly ImageBuffer _image = Frames.Noise(Size, Size);
    private readonly ImageBuffer _other = Frames.Noise(Size, Size);
    private readonly ImageBuffer _result = new(Size, Size);
    private readonly Plane _mask = new(Size, Size);
    private readonly ColourMap _map = new(Vector4.Zero, SymmetricMatrix3.Identity, Vector4.One);

    /// <summary>The two spaces that need the sRGB curve at most, then the others.</summary>
    public static IEnumerable<object[]> Spaces =>
    [
        [TransferCurve.Display, ColourPrimaries.Rec709],
        [TransferCurve.SceneLinear, ColourPrimaries.Rec709],
        [TransferCurve.SceneLinear, ColourPrimaries.AcesAp1],
        [TransferCurve.Bt1886, ColourPrimaries.Rec709],
        [TransferCurve.AcesCct, ColourPrimaries.AcesAp1],
        [TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3],
        [TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4],
        [TransferCurve.SLog3, ColourPrimaries.SGamut3Cine],
        [TransferCurve.Pq, ColourPrimaries.Rec2020],
        [TransferCurve.Hlg, ColourPrimaries.Rec2020],
    ];

    [GlobalSetup]
    public void SetUp()
    {
        for (int y = 100; y < 700; y++)
            _mask.Row(y)[150..650].Fill(1);
    }

    [Benchmark]
    public ColourStatistics Statistics() => ColourStatistics.MeasureRobustly(_image, _mask, 3);

    [Benchmark]
    public void LinearMap() => _map.Apply(_image, _result);

    [Benchmark]
    public void Histograms() => HistogramMatch.Apply(_image, _other, _mask, Vector4.Zero, Vector4.One, _result);

    /// <summary>A host's picture into the working space.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Spaces))]
    public void Read(TransferCurve curve, ColourPrimaries primaries) =>
        PixelReader.Read(_image.AsView(), _image.Bounds, Space(curve, primaries), premultiplied: false, _result);

    /// <summary>A working picture into a host's values.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Spaces))]
    public void Write(TransferCurve curve, ColourPrimaries primaries) =>
        PixelWriter.Write(_image, _image.Bounds, Space(curve, primaries), premultiplied: false, _result.AsView());

    [Benchmark]
    public void Blend() => ImageMath.Lerp(_image, _other, 0.3f, _result);

    private static NetworkSpace Space(TransferCurve curve, ColourPrimaries primaries) =>
        new(curve, HighlightRollOff: false) { Primaries = primaries };

    public void Dispose()
    {
        _image.Dispose();
        _other.Dispose();
        _result.Dispose();
        _mask.Dispose();
        GC.SuppressFinalize(this);
    }
}
