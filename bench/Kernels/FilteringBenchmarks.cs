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

    private readonly ImageBuffer image = Frames.Noise(Size, Size);
    private readonly ImageBuffer result = new(Size, Size);
    private readonly Plane mask = new(Size, Size);
    private readonly Plane plane = new(Size, Size);

    [GlobalSetup]
    public void SetUp()
    {
        for (int y = 100; y < 700; y++)
            mask.Row(y)[150..650].Fill(1);
    }

    [Benchmark]
    [Arguments(3f)]
    [Arguments(30f)]
    [Arguments(100f)]
    public void GaussianOfImage(float sigma) => GaussianBlur.Apply(image, sigma, result);

    [Benchmark]
    [Arguments(3f)]
    [Arguments(30f)]
    public void GaussianOfPlane(float sigma) => GaussianBlur.Apply(mask, sigma, plane);

    [Benchmark]
    public void MaskedBlur30() => MaskedBlur.Apply(image, mask, 30, result);

    [Benchmark]
    public void Distances() => DistanceTransform.Inside(mask, plane);

    [Benchmark]
    public void Smoothstep() => Feather.Smoothstep(mask, 0, 30, plane);

    [Benchmark]
    public void ToLab() => Lab.FromWorking(image, result);

    public void Dispose()
    {
        image.Dispose();
        result.Dispose();
        mask.Dispose();
        plane.Dispose();
        GC.SuppressFinalize(this);
    }
}
