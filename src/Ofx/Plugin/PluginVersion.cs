namespace FaceFusion.Ofx.Plugin;

/// <summary>A plug-in's version as hosts compare it: projects keep to the major version they were saved with.</summary>
/// <param name="Major">Changes when saved projects would render differently or lose parameters.</param>
/// <param name="Minor">Changes with every other release.</param>
public readonly record struct PluginVersion(uint Major, uint Minor);
