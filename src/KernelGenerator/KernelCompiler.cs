using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace FaceFusion.KernelGenerator;

/// <summary>Compiles a method for graphics cards, without one.</summary>
internal static class KernelCompiler
{
    /// <summary>The method as PTX for every card from Turing (2018) on.</summary>
    /// <param name="method">Static, explicitly grouped.</param>
    public static string Ptx(MethodInfo method)
    {
        using Context context = NewContext();
        using PTXBackend backend = new(context, CudaArchitecture.SM_75, CudaInstructionSet.ISA_70, null!);
        return ((PTXCompiledKernel)Compile(backend, method)).PTXAssembly;
    }

    /// <summary>The method as OpenCL C 1.2.</summary>
    /// <param name="method">Static, explicitly grouped.</param>
    public static string OpenCl(MethodInfo method)
    {
        using Context context = NewContext();
        using CLBackend backend = new(
            context, new CLCapabilityContext(false, false, false, false, false), CLDeviceVendor.Other, new CLCVersion(1, 2));
        return ((CLCompiledKernel)Compile(backend, method)).Source;
    }

    private static CompiledKernel Compile(Backend backend, MethodInfo method) =>
        backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(method), new KernelSpecialization());

    // One failed compilation spoils a context: each kernel has its own.
    private static Context NewContext() =>
        Context.Create(builder => builder.Optimize(OptimizationLevel.O2).Inlining(InliningMode.Aggressive));
}
