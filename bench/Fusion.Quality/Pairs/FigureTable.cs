using System.Text.Json.Nodes;

namespace FaceFusion.Quality.Pairs;

/// <summary>Figures that are measured part by part, as a table and as one object of JSON.</summary>
internal static class FigureTable
{
    /// <summary>Measures the parts that a command line names, all of them where it names none, and prints each figure as it comes.</summary>
    /// <param name="args">The command line; with --json the figures are printed once more, in one last line.</param>
    /// <param name="parts">The parts by their names.</param>
    public static void Print(string[] args, Dictionary<string, Func<IEnumerable<Figure>>> parts)
    {
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
            Console.WriteLine(ToJson(figures).ToJsonString());
    }

    private static JsonObject ToJson(IEnumerable<Figure> figures)
    {
        JsonObject root = [];
        foreach (IGrouping<string, Figure> group in figures.Where(figure => figure.Now is not null).GroupBy(figure => figure.Group))
            root[group.Key] = new JsonObject(group.Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Name, Math.Round(figure.Now!.Value, 4))));
        return root;
    }
}
