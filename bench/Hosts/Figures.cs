using System.Globalization;
using System.Text;

namespace FaceFusion.HostsBench;

/// <summary>Figures by part, in order.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, List<(string Name, double Value)>> _parts = [];

    /// <summary>Adds a figure.</summary>
    public void Add(string part, string name, double value)
    {
        if (!_parts.TryGetValue(part, out List<(string, double)>? figures))
            _parts[part] = figures = [];
        figures.Add((name, value));
    }

    /// <summary>All of them as one object on a line.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{");
        foreach ((string part, List<(string Name, double Value)> figures) in _parts)
        {
            json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{part}\":{{");
            json.AppendJoin(',', figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"\"{figure.Name}\":{figure.Value:0.###}")));
            json.Append('}');
        }

        return json.Append('}').ToString();
    }
}
