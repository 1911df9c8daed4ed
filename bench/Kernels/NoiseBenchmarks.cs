using System.Numerics;
using BenchmarkDotNet.Attributes;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Grain and sharpness on the region of a large face in a 1080p frame.</summary>
[MemoryDiagnoser]
public class NoiseBenchmarks : IDisposable
{
    private const int Size = 800;

    private readonly ImageBuffer _image = Frames.Noise(Size, Size);
    private readonly ImageBuffer _result = new(Size, Size);
    private readonly Plane _mask = new(Size, Size);
    private readonly Plane _sharp = new(Size, Size);
    private readonly Plane _blurred = new(Size, Size);
    private NoiseProfile _noise;

    [GlobalSetup]
    public void SetUp()
    {
        _mask.Fill(1);
        foreach (ref Vector4 pixel in _image.Pixels)
            pixel *= new Vector4(60, 20, 20, 1);
        _noise = NoiseProfile.Measure(_image, _mask);
        ImageMath.Channel(_image, 0, _sharp);
        GaussianBlur.Apply(_sharp, 2, _blurred);
    }

    [Benchmark]
    public NoiseProfile Profile() => NoiseProfile.Measure(_image, _mask);

    [Benchmark]
    public void White() => WhiteNoise.Fill(_result, 0, 0, 1);

    [Benchmark]
    public void GrainOnClean() => Grain.Add(_result, default, _noise, 0, 1, 0, 0, 1);

    [Benchmark]
    public float BlurDifference() => BlurEstimate.Difference(_blurred, _sharp, _mask, 0, 0);

    [Benchmark]
    public void Unsharp() => Sharpen.Apply(_image, _result, new Vector4(0.5f), 0.1f, _result);

    public void Dispose()
    {
        _image.Dispose();
        _result.Dispose();
        _mask.Dispose();
        _sharp.Dispose();
        _blurred.Dispose();
        GC.SuppressFinalize(this);
    }
}
