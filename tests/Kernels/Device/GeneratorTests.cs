using FaceFusion.KernelGenerator;

namespace FaceFusion.Kernels.Tests.Device;

/// <summary>What the generator makes of texts that ILGPU writes.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void A_kernel_that_calls_what_no_card_has_is_refused_by_name()
    {
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => PtxText.Clean(".extern .func (.param .f32 r) fma(.param .f32 a);\n", "Blur"));
        Assert.StartsWith("Kernel Blur calls", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_are_no_promise_and_sums_and_products_are_rounded()
    {
        string clean = PtxText.Clean("\tbra.uni L_7;\r\n\tadd.f32 %f9, %f3, %f9;\n\tmul.f32 %f9, %f3, %f3;\n\tadd.s32 %r5, %r5, 1;\n\tsub.rn.f32 %f3, %f3, %f3;\n", "Blur");
        Assert.DoesNotContain("bra.uni", clean, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', clean);
        Assert.Contains("add.rn.f32", clean, StringComparison.Ordinal);
        Assert.Contains("mul.rn.f32", clean, StringComparison.Ordinal);
        Assert.Contains("add.s32", clean, StringComparison.Ordinal);
        Assert.DoesNotContain(".rn.rn", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenCL_may_fuse_nothing() => Assert.StartsWith("#pragma OPENCL FP_CONTRACT OFF\n", OpenClText.Clean("kernel void Kernel_Blur() {}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_kernel_s_text_does_not_depend_on_those_before_it() => Assert.Equal(
        PtxText.Clean("\tbra L_7;\nL_7:\n\tbra L_9;\n", "Blur"), PtxText.Clean("// another line\n\tbra L_107;\nL_107:\n\tbra L_220;\n", "Blur"));
}
