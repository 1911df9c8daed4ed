namespace FaceFusion.Host.Validation;

/// <summary>Something that was found about a plug-in.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">Short name of the rule, stable between versions.</param>
/// <param name="Plugin">The plug-in's identifier; empty for the binary.</param>
/// <param name="Text">One sentence, with the remedy.</param>
public sealed record Finding(Severity Severity, string Rule, string Plugin, string Text);
