using System.Text.Json.Nodes;
using FaceFusion.Inference.Models;
using FaceFusion.Networks.Cost;
using FaceFusion.Networks.Families;
using FaceFusion.Networks.Photos;
using FaceFusion.Quality.Pairs;
using FaceFusion.TestSupport;

if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

ModelLibrary models = new([Path.Combine(shared, "models"), Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter")], ModelManifest.BuiltIn);
LondonPhotos photos = new(shared);
Dictionary<string, Func<IEnumerable<Figure>>> parts = new()
{
    ["families"] = FamiliesPart.Measure,
    ["london"] = () => DetectorsPart.Measure(models, photos),
    ["points"] = () => PointsPart.Measure(models, photos),
    ["auc"] = () => RecognisersPart.Measure(models, photos),
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
