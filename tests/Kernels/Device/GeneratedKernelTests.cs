using FaceFusion.Gpu.Comparisons;
using FaceFusion.Gpu.Ptx;
using FaceFusion.KernelGenerator;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.OpenCl;
using FaceFusion.TestSupport;

namespace FaceFusion.Kernels.Tests.Device;

public sealed class GeneratedKernelTests
{
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

    [Fact]
    public void Every_kernel_in_OpenCL_gives_what_the_processor_does()
    {
        using OpenClDevice? device = OpenClDevice.First();
        Assert.True(device is not null, "This machine has no OpenCL device; ./setup installs pocl-opencl-icd, which is one.");
        AssertEqual(device);
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

    private static void AssertEqual(KernelDevice device)
    {
        foreach ((string part, IEnumerable<Difference> all) in KernelComparison.Parts(device))
        {
            foreach (Difference difference in all)
                Assert.True(difference.Error <= KernelComparison.Needed, $"{device.Name}, {part}, {difference.Name}: {difference.Error:E2}.");
        }
    }
}
