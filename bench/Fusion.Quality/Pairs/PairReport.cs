using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FaceFusion.Quality.Measures;

namespace FaceFusion.Quality.Pairs;

/// <summary>The figures over all pairs, beside the trial's and the needed ones.</summary>
internal sealed class PairReport
{
    private readonly IReadOnlyList<PairFigures> _pairs;
    private readonly IReadOnlyList<Figure> _figures;

    public PairReport(IReadOnlyList<PairFigures> pairs, double heldOutSmile, SwapTiming timing)
    {
        _pairs = pairs;
        _figures =
        [
            new("shape", "identity_mean", pairs.Average(pair => pair.Shape.Identity), 0.72, 0.74),
            new("shape", "identity_min", pairs.Min(pair => pair.Shape.Identity), 0.47, 0.50),
            new("shape", "identity_mean_known", pairs.Average(pair => pair.Known.Identity)),
            new("shape", "identity_min_known", pairs.Min(pair => pair.Known.Identity)),
            new("shape", "smile_kept_known", pairs.Average(pair => pair.KnownSmile), 0.86, 0.88),
            new("shape", "smile_kept_model", pairs.Average(pair => pair.ModelSmile), 0.75, 0.82),
            new("shape", "smile_kept_model_held_out", heldOutSmile),
            new("shape", "mesh_error_known", pairs.Average(pair => pair.Known.MeshError)),
            new("shape", "mesh_error", pairs.Average(pair => pair.Shape.MeshError), 1.25, 1.2, AtMost: true),
            new("texture", "identity_mean", pairs.Average(pair => pair.Texture.Identity), 0.54, 0.54),
            new("texture", "identity_worst", pairs.Min(pair => pair.Texture.Identity), 0.10),
            new("texture", "identity_before", pairs.Average(pair => pair.Before), 0.06),
            new("texture", "smile_kept", pairs.Average(pair => pair.TextureSmile), 0.92, 0.92),
            new("texture", "mesh_error", pairs.Average(pair => pair.Texture.MeshError), 1.13),
            new("time", "ms_per_face", timing.Swap, 600, 40, AtMost: true),
            new("time", "ms_per_face_fastest", timing.FastestSwap),
            new("time", "find_ms", timing.Find),
            new("time", "segment_ms", timing.Segment),
        ];
    }

    /// <summary>The heads of the columns of <see cref="Line"/>.</summary>
    public static string Header =>
        """
                                           |  texture alone        |  shape and texture, eyes 50/50; the target's neutral shape from a model or known
          # identity    target      before | identity  smile  mesh |  model: identity  smile  mesh |  known: identity  smile  mesh
        """;

    /// <summary>One pair's line.</summary>
    public static string Line(int number, PairFigures pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"{number,3} {pair.Pair.IdentityName,-11} {pair.Pair.TargetName,-11} {pair.Before,6:0.000} | {pair.Texture.Identity,8:0.000}  {pair.TextureSmile,5:0.00}  {pair.Texture.MeshError,4:0.00} | {pair.Shape.Identity,16:0.000}  {pair.ModelSmile,5:0.00}  {pair.Shape.MeshError,4:0.00} | {pair.Known.Identity,16:0.000}  {pair.KnownSmile,5:0.00}  {pair.Known.MeshError,4:0.00}{pair.Remarks}");

    /// <summary>The figures beside those that are needed.</summary>
    public string Table()
    {
        StringBuilder table = new();
        table.AppendLine().AppendLine("figure                           trial  needed      now");
        foreach (Figure figure in _figures)
            table.AppendLine(figure.ToString());
        return table.ToString();
    }

    /// <summary>The same for programs, in one line.</summary>
    public string Json()
    {
        JsonObject root = [];
        foreach (IGrouping<string, Figure> group in _figures.GroupBy(figure => figure.Group))
            root[group.Key] = new JsonObject(group.Where(figure => figure.Now is not null).Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Name, Math.Round(figure.Now!.Value, 4))));
        root["pairs"] = _pairs.Count;
        return root.ToJsonString();
    }
}
