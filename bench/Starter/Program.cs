using System.Text.Json.Nodes;
using FaceFusion.Quality.Pairs;
using FaceFusion.Starter;
using FaceFusion.Starter.Cost;
using FaceFusion.Starter.Mesh;
using FaceFusion.Starter.Swap;
using FaceFusion.TestSupport;

if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

int landmarks = Array.IndexOf(args, "--landmarks");
using StarterModels models = new(shared, landmarks >= 0 && landmarks + 1 < args.Length ? args[landmarks + 1] : null);
Dictionary<string, Func<IEnumerable<Figure>>> parts = new()
{
    ["mesh"] = () => MeshPart.Measure(models, shared),
    ["swap"] = () => SwapPart.Measure(models, shared),
    ["cost"] = () => CostPart.Measure(models),
};
string[] named = [.. args.Where(parts.ContainsKey)];
List<Figure> figures = [];
Console.WriteLine("figure                           trial  needed      now");
foreach (string part in named.Length > 0 ? named : [.. parts.Keys])
{
    foreach (Figure figure in parts[part]())
    {
        figures.Add(figure);
        Console.WriteLine(figure);
    }
}

if (args.Contains("--json"))
{
    JsonObject root = [];
    foreach (IGrouping<string, Figure> group in figures.Where(figure => figure.Now is not null).GroupBy(figure => figure.Group))
        root[group.Key] = new JsonObject(group.Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Name, Math.Round(figure.Now!.Value, 4))));
    Console.WriteLine(root.ToJsonString());
}

return 0;
