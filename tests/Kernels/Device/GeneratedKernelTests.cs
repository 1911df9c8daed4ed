using System.Numerics;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Gpu.Ptx;
using FaceFusion.KernelGenerator;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;
using FaceFusion.TestSupport;

namespace FaceFusion.Kernels.Tests.Device;

public sealed class GeneratedKernelTests
{
    private const string Cuda = "CUDA";

    /// <summary>OpenCL's, and CUDA's where there is a card.</summary>
    public static TheoryData<string> Drivers
    {
        get
        {
            using CudaDevice? card = CudaDevice.First();
            return card is null ? ["OpenCL"] : ["OpenCL", Cuda];
        }
    }

    [Fact]
    public void The_generated_kernels_were_made_from_these_sources()
    {
        string written = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "src/Kernels/Generated", KernelSources.HashFile)).Trim();
        Assert.True(
            written == KernelSources.Hash(SharedMaterial.RepositoryRoot),
            "The kernels in src/Kernels/Generated are older than their sources; run the kernel generator (docs/gpu.md).");
    }

    [Fact]
    public void Every_kernel_in_PTX_gives_what_the_processor_does()
    {
        using PtxDevice device = new();
        AssertEqual(device);
        Assert.Equal(KernelText.Names, device.Launched.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Every_kernel_that_a_driver_compiles_gives_what_the_processor_does(string driver)
    {
        using KernelDevice? device = driver == Cuda ? CudaDevice.First() : OpenClDevice.First();
        Assert.True(device is not null, "This machine has no OpenCL device; ./setup installs pocl-opencl-icd, which is one.");
        AssertEqual(device);
    }

    [Fact]
    public void Queues_of_one_OpenCL_context_share_its_compiled_kernels_until_the_last_one_ends()
    {
        OpenClDevice? first = OpenClDevice.First();
        Assert.True(first is not null, "This machine has no OpenCL device; ./setup installs pocl-opencl-icd, which is one.");
        OpenClDevice second = OpenClDevice.OfQueue(first.Queue);
        Vector4[] expected = Blurred(first);
        int compiled = first.Compiled;
        Assert.InRange(compiled, 1, KernelText.Names.Count);
        Assert.Equal(expected, Blurred(second));
        Assert.Equal(compiled, second.Compiled);
        first.Dispose();
        Assert.Equal(compiled, second.Compiled);
        Assert.Equal(expected, Blurred(second));
        second.Dispose();
        Assert.Equal(0, second.Compiled);
    }

    [Fact]
    public void No_kernel_calls_what_a_card_has_not_nor_leaves_rounding_to_its_driver()
    {
        foreach (string kernel in KernelText.Names)
        {
            string ptx = System.Text.Encoding.ASCII.GetString(KernelText.Ptx(kernel));
            Assert.DoesNotContain(".extern", ptx, StringComparison.Ordinal);
            Assert.DoesNotContain("bra.uni", ptx, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b(add|sub|mul|div|fma|mad)\.f32\b|\.approx", ptx);
            Assert.Contains(".entry " + KernelText.EntryPoint(kernel), ptx, StringComparison.Ordinal);
        }
    }

    private static Vector4[] Blurred(KernelDevice device)
    {
        const int width = 9, height = 7;
        DeviceMemory source = device.Upload<Vector4>([.. Enumerable.Range(0, width * height).Select(i => new Vector4(i, i % 5, -i, 1))]), target = device.RentPixels(width * height);
        DeviceFilters.Blur(device, source, width, height, 1.2f, target);
        device.Return(source);
        return device.Take<Vector4>(target, width * height);
    }

    private static void AssertEqual(KernelDevice device)
    {
        foreach ((string part, IEnumerable<Difference> all) in KernelComparison.Parts(device))
        {
            foreach (Difference difference in all)
                Assert.True(difference.Error <= KernelComparison.Needed, $"{device.Name}, {part}, {difference.Name}: {difference.Error:E2}.");
        }
    }
}
