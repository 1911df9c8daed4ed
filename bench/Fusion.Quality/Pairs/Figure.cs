using System.Globalization;

namespace FaceFusion.Quality.Pairs;

/// <summary>One figure of the swap's quality.</summary>
/// <param name="Group">What it is a figure of: <c>shape</c>, <c>texture</c> or <c>time</c>.</param>
/// <param name="Name">Its name in the group.</param>
/// <param name="Now">What was measured, if it could be.</param>
/// <param name="Trial">What a trial in Python reached.</param>
/// <param name="Needed">What is needed, if anything is.</param>
/// <param name="AtMost">Whether less is better.</param>
internal sealed record Figure(string Group, string Name, double? Now, double? Trial = null, double? Needed = null, bool AtMost = false)
{
    /// <summary>Whether the needed figure is reached.</summary>
    public bool IsReached => Needed is not { } needed || (AtMost ? Now <= needed : Now >= needed);

    /// <summary>A line of the table.</summary>
    public override string ToString()
    {
        string wanted = Needed is null ? "" : (AtMost ? "≤ " : "≥ ") + Text(Needed);
        return $"{Group + "." + Name,-31} {Text(Trial),6}  {wanted,6}  {Text(Now),7}{(IsReached ? "" : "  not reached")}";
    }

    private static string Text(double? value) => value?.ToString(value >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture) ?? "";
}
