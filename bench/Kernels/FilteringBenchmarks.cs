using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Filters on the region of a large face in a 1080p frame.</summary>
[MemoryDiagnoser]
public class FilteringBenchmarks : IDisposable
{
    private const int Size = 800;

    private readonly ImageBuffer _image = Frames.Noise(Size, Size);
    private readonly ImageBuffer _result = new(Size, Size);
    private readonly Plane _mask = new(Size, Size);
    private readonly Plane _plane = new(Size, Size);

    [GlobalSetup]
    public void SetUp()
    {
        for (int y = 100; y < 700; y++)
            _mask.Row(y)[150..650].Fill(1);
    }

    [Benchmark]
    [Arguments(3f)]
    [Arguments(30f)]
    [Arguments(100f)]
    public void GaussianOfImage(float sigma) => GaussianBlur.Apply(_image, sigma, _result);

    [Benchmark]
    [Arguments(3f)]
    [Arguments(30f)]
    public void GaussianOfPlane(float sigma) => GaussianBlur.Apply(_mask, sigma, _plane);

    [Benchmark]
    public void MaskedBlur30() => MaskedBlur.Apply(_image, _mask, 30, _result);

    [Benchmark]
    public void Distances() => DistanceTransform.Inside(_mask, _plane);

    [Benchmark]
    public void Smoothstep() => Feather.Smoothstep(_mask, 0, 30, _plane);

    [Benchmark]
    public void ToLab() => Lab.FromWorking(_image, _result);

    public void Dispose()
    {
        _image.Dispose();
        _result.Dispose();
        _mask.Dispose();
        _plane.Dispose();
        GC.SuppressFinalize(this);
    }
}
