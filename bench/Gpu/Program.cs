using System.Globalization;
using System.Text.Json.Nodes;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Gpu.Ptx;
using FaceFusion.Gpu.Timing;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

// The kernels for graphics cards beside the processor's, on every card there is and in the interpreter; and how long they take on
// the cards beside copies. --errors leaves the times out, --copies the errors; --on GROUP takes one of the groups, which must be there.
const int Done = 0, Missing = 1;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool errors = !args.Contains("--copies"), copies = !args.Contains("--errors");
string? only = Array.IndexOf(args, "--on") is >= 0 and int at ? args.ElementAtOrDefault(at + 1) : null;
(string Group, string Name, Func<KernelDevice?> Open)[] groups =
    [("ptx", "", () => new PtxDevice()), ("opencl", "OpenCL device", OpenClDevice.First), ("cuda", "CUDA card", CudaDevice.First)];
JsonObject json = new() { ["kernels"] = new JsonObject { ["count"] = KernelText.Names.Count } };
Console.WriteLine($"{KernelText.Names.Count} kernels; errors as shares of the largest value (at least 1), needed 2E-6");
bool found = false;
foreach ((string group, string name, Func<KernelDevice?> open) in groups.Where(known => only is null || known.Group == only))
{
    try
    {
        using KernelDevice? device = open();
        if (device is null)
        {
            Console.WriteLine($"{group,-8} This machine has no {name}, which the figures of '{group}' need.");
            continue;
        }

        JsonObject figures = [];
        json[group] = figures;
        if (errors)
            figures["max_error"] = LargestError(group, device);
        if (copies && device is not PtxDevice)
            AddCopies(group, device, figures);
        found = true;
    }
    catch (DeviceException failure)
    {
        Console.WriteLine($"{group,-8} {failure.Message}");
    }
}

if (args.Contains("--json"))
    Console.WriteLine(json.ToJsonString());
return found ? Done : Missing;

static void AddCopies(string group, KernelDevice device, JsonObject figures)
{
    CopyRatio[] ratios = [.. CopyRatio.Measure(device)];
    foreach (CopyRatio ratio in ratios)
        Console.WriteLine($"{group,-8} {ratio.Frame,-9} crop {ratio.Crop:0.00}, paste {ratio.Paste:0.00} copies of what they touch (goal {CopyRatio.Goal})");
    figures["crop_copies"] = ratios.Max(ratio => ratio.Crop);
    figures["paste_copies"] = ratios.Max(ratio => ratio.Paste);
}

static double LargestError(string group, KernelDevice device)
{
    double worst = 0;
    foreach ((string part, IEnumerable<Difference> all) in KernelComparison.Parts(device))
    {
        Difference[] differences = [.. all];
        Difference largest = differences.MaxBy(difference => difference.Error);
        worst = Math.Max(worst, largest.Error);
        Console.WriteLine($"{group,-8} {part,-9} {differences.Length,4} comparisons   {largest.Error:E2}   {largest.Name}");
    }

    Console.WriteLine($"{group,-8} {device.Name}: {worst:E2}");
    return worst;
}
