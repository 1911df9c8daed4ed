using FaceFusion.Host.Parameters;

namespace FaceFusion.Host.Description;

/// <summary>A parameter as a plug-in described it.</summary>
/// <param name="Name">Unique name in the effect.</param>
/// <param name="Type">A <c>kOfxParamType…</c>.</param>
/// <param name="Shape">What its value consists of.</param>
/// <param name="Properties">Everything said of it.</param>
public sealed record ParamDescription(string Name, string Type, ParamShape Shape, IReadOnlyList<PropertyDescription> Properties)
{
    /// <summary>Name for the user.</summary>
    public required string Label { get; init; }

    /// <summary>What it does, for the user.</summary>
    public required string Hint { get; init; }

    /// <summary>Name of the group it lies in; empty at the top.</summary>
    public required string Parent { get; init; }

    /// <summary>Whether it is hidden.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Whether it takes keys.</summary>
    public required bool Animates { get; init; }

    /// <summary>Its default; no value for groups, pages and buttons.</summary>
    public required ParamValue Default { get; init; }

    /// <summary>Least and greatest value of each component; empty where it has no range.</summary>
    public required IReadOnlyList<(double Least, double Greatest)> Range { get; init; }

    /// <summary>Labels of a choice's options; empty for anything else.</summary>
    public required IReadOnlyList<string> Options { get; init; }
}
