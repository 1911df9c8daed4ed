namespace FaceFusion.Host.Description;

/// <summary>What a plug-in is in one context.</summary>
/// <param name="Context">A <c>kOfxImageEffectContext…</c>.</param>
/// <param name="Clips">Its clips, in order of definition.</param>
/// <param name="Params">Its parameters, in order of definition.</param>
/// <param name="Properties">Everything said of the effect in this context.</param>
public sealed record ContextDescription(
    string Context,
    IReadOnlyList<ClipDescription> Clips,
    IReadOnlyList<ParamDescription> Params,
    IReadOnlyList<PropertyDescription> Properties);
