using System.Globalization;
using System.Text.Json.Nodes;
using FaceFusion.Cli;
using FaceFusion.Cli.Plugins;
using FaceFusion.GpuNode;
using FaceFusion.Host;
using FaceFusion.Host.Devices;
using FaceFusion.TestSupport;

// Whole calls of the node on cards. What bench/Gpu printed comes in by the standard input and goes on; the figures join its last line.
const int Runs = 5;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
JsonObject figures = [];
while (Console.In.ReadLine() is { } line)
{
    if (line.StartsWith('{'))
        figures = JsonNode.Parse(line)!.AsObject();
    else
        Console.WriteLine(line);
}

if (SharedMaterial.Root is { } shared)
{
    using TemporaryFolder models = new();
    File.WriteAllBytes(models.File("swapper.onnx"), RandomSwapper.Make());
    File.WriteAllBytes(models.File("arcface_w600k_r50.onnx"), RandomSwapper.MakeRecogniser());

    // The engine reads it when it is started.
    Environment.SetEnvironmentVariable("FACEFUSION_MODELS", Path.Combine(shared, "models"));
    foreach ((string group, DeviceApi api, string provider) in new[] { ("opencl", DeviceApi.OpenCl, "CPU"), ("cuda", DeviceApi.Cuda, "CUDA") })
    {
        try
        {
            using CardImages card = CardImages.Open(api);
            NodeOnCard node = NodeOnCard.Measure(card, provider, shared, models.File("swapper.onnx"), Runs);
            Console.WriteLine($"{group,-8} node at 4K with a network of inswapper's size: {node.Milliseconds:0.0} ms, networks {node.Networks:0.0} ms of it");
            foreach (string note in node.Notes)
                Console.WriteLine($"{group,-8} {note}");
            (figures[group] ??= new JsonObject())["node_ms_4k"] = node.Milliseconds;
        }
        catch (Exception failure) when (failure is CliException or HostException or InvalidOperationException)
        {
            Console.WriteLine($"{group,-8} {failure.Message}");
        }
    }
}
else
{
    Console.WriteLine("The node's calls need the shared material; set FACEFUSION_SHARED to its folder.");
}

if (args.Contains("--json"))
    Console.WriteLine(figures.ToJsonString());
return 0;
