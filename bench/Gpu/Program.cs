using System.Text.Json.Nodes;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Gpu.Ptx;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

// The kernels for graphics cards beside the processor's: on every card there is, and in the interpreter.
using PtxDevice interpreter = new();
using OpenClDevice? openCl = OpenClDevice.First();
using CudaDevice? cuda = CudaDevice.First();
JsonObject json = new() { ["kernels"] = new JsonObject { ["count"] = KernelText.Names.Count } };
Console.WriteLine($"{KernelText.Names.Count} kernels; errors as shares of the largest value (at least 1), needed 2E-6");
foreach ((string group, KernelDevice? device) in new (string, KernelDevice?)[] { ("ptx", interpreter), ("opencl", openCl), ("cuda", cuda) })
{
    if (device is null)
    {
        Console.WriteLine($"{group,-8} not on this machine");
        continue;
    }

    double worst = 0;
    foreach ((string part, IEnumerable<Difference> all) in KernelComparison.Parts(device))
    {
        Difference[] differences = [.. all];
        Difference largest = differences.MaxBy(difference => difference.Error);
        worst = Math.Max(worst, largest.Error);
        Console.WriteLine($"{group,-8} {part,-9} {differences.Length,4} comparisons   {largest.Error:E2}   {largest.Name}");
    }

    Console.WriteLine($"{group,-8} {device.Name}: {worst:E2}");
    json[group] = new JsonObject { ["max_error"] = worst };
}

if (args.Contains("--json"))
    Console.WriteLine(json.ToJsonString());
return 0;
