using BenchmarkDotNet.Running;
using FaceFusion.Kernels.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SamplingBenchmarks).Assembly).Run(args);
