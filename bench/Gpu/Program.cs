using System.Globalization;
using System.Text.Json.Nodes;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Gpu.Ptx;
using FaceFusion.Gpu.Timing;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

// The kernels for graphics cards beside the processor's, on every card there is and in the interpreter; and how long they take on
// the cards beside copies.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using PtxDevice interpreter = new();
using OpenClDevice? openCl = OpenClDevice.First();
using CudaDevice? cuda = CudaDevice.First();
JsonObject json = new() { ["kernels"] = new JsonObject { ["count"] = KernelText.Names.Count } };
Console.WriteLine($"{KernelText.Names.Count} kernels; errors as shares of the largest value (at least 1), needed 2E-6");
foreach ((string group, string name, KernelDevice? device) in new (string, string, KernelDevice?)[] { ("ptx", "", interpreter), ("opencl", "OpenCL device", openCl), ("cuda", "CUDA card", cuda) })
{
    if (device is null)
    {
        Console.WriteLine($"{group,-8} This machine has no {name}, which the figures of '{group}' need.");
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
    JsonObject figures = new() { ["max_error"] = worst };
    json[group] = figures;
    if (device is PtxDevice || args.Contains("--errors"))
        continue;
    CopyRatio[] ratios = [.. CopyRatio.Measure(device)];
    foreach (CopyRatio ratio in ratios)
        Console.WriteLine($"{group,-8} {ratio.Frame,-9} crop {ratio.Crop:0.00}, paste {ratio.Paste:0.00} copies of what they touch (goal {CopyRatio.Goal})");
    figures["crop_copies"] = ratios.Max(ratio => ratio.Crop);
    figures["paste_copies"] = ratios.Max(ratio => ratio.Paste);
}

if (args.Contains("--json"))
    Console.WriteLine(json.ToJsonString());
return 0;
