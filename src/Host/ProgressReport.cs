namespace FaceFusion.Host;

/// <summary>How far a plug-in's long work has come.</summary>
/// <param name="Label">What it does.</param>
/// <param name="Id">The plug-in's name for it; may be empty.</param>
/// <param name="Fraction">0 at the start, 1 at the end.</param>
/// <param name="IsFinished">Whether the plug-in ended the work.</param>
public readonly record struct ProgressReport(string Label, string Id, double Fraction, bool IsFinished);
