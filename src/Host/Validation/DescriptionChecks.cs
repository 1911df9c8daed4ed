using FaceFusion.Host.Description;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>What a plug-in says of itself: everything mandatory is there, and nothing that hosts stumble over.</summary>
internal static class DescriptionChecks
{
    private static readonly Dictionary<string, string[]> MandatoryClips = new(StringComparer.Ordinal)
    {
        [OfxContexts.kOfxImageEffectContextFilter] = [OfxValues.kOfxImageEffectSimpleSourceClipName],
        [OfxContexts.kOfxImageEffectContextGeneral] = [],
        [OfxContexts.kOfxImageEffectContextGenerator] = [],
        [OfxContexts.kOfxImageEffectContextTransition] =
            [OfxValues.kOfxImageEffectTransitionSourceFromClipName, OfxValues.kOfxImageEffectTransitionSourceToClipName],
        [OfxContexts.kOfxImageEffectContextPaint] = [OfxValues.kOfxImageEffectSimpleSourceClipName, "Brush"],
        [OfxContexts.kOfxImageEffectContextRetimer] = [OfxValues.kOfxImageEffectSimpleSourceClipName],
    };

    private static readonly Dictionary<string, string> MandatoryParams = new(StringComparer.Ordinal)
    {
        [OfxContexts.kOfxImageEffectContextTransition] = OfxValues.kOfxImageEffectTransitionParamName,
        [OfxContexts.kOfxImageEffectContextRetimer] = OfxValues.kOfxImageEffectRetimerParamName,
    };

    public static void Run(HostedPlugin plugin, ValidationWatch watch)
    {
        HostDescription described = plugin.Describe();
        if (described.Label.Length == 0 || described.Label == plugin.Identifier)
            watch.Add(Severity.Warning, "label", "It has no label; menus show its identifier: set kOfxPropLabel.");
        if (described.Grouping.Length == 0)
            watch.Add(Severity.Warning, "grouping", "It has no grouping; hosts put it anywhere: set kOfxImageEffectPluginPropGrouping.");
        if (described.SupportedContexts.Count == 0)
            watch.Add(Severity.Error, "mandatory", "It names no context; set kOfxImageEffectPropSupportedContexts when describing.");
        if (described.Depths.Count == 0)
            watch.Add(Severity.Error, "mandatory", "It names no pixel depth; set kOfxImageEffectPropSupportedPixelDepths when describing.");
        foreach (string context in described.SupportedContexts.Where(context => !MandatoryClips.ContainsKey(context)))
            watch.Add(Severity.Error, "mandatory", $"It names a context '{context}' that there is none of; use a kOfxImageEffectContext….");
        if (described.Contexts.Count == 0 && described.SupportedContexts.Count > 0)
            watch.Add(Severity.Note, "context", $"{plugin.Profile.Label} has none of its contexts and doesn't list it.");

        foreach (ContextDescription context in described.Contexts)
            Check(context, plugin.Profile, watch);
    }

    private static void Check(ContextDescription context, HostProfile profile, ValidationWatch watch)
    {
        string[] names = [.. context.Clips.Select(clip => clip.Name)];
        string[] wanted = [OfxValues.kOfxImageEffectOutputClipName, .. MandatoryClips.GetValueOrDefault(context.Context, [])];
        foreach (string clip in wanted.Except(names))
            watch.Add(Severity.Error, "mandatory", $"It defines no clip '{clip}', which {context.Context} demands; define it.");
        foreach (ClipDescription clip in context.Clips.Where(clip => clip.Components.Count == 0))
            watch.Add(Severity.Error, "mandatory", $"Clip '{clip.Name}' takes no components; set kOfxImageEffectPropSupportedComponents.");
        if (MandatoryParams.TryGetValue(context.Context, out string? param) && context.Params.All(known => known.Name != param))
            watch.Add(Severity.Error, "mandatory", $"It defines no parameter '{param}', which {context.Context} demands; define it.");

        foreach (ParamDescription described in context.Params)
            ParamChecks.Run(described, context, profile, watch);
    }
}
