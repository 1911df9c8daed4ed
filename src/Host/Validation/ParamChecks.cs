using FaceFusion.Host.Description;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>A parameter's description: ranges, defaults, options, its place in the panel.</summary>
internal static class ParamChecks
{
    /// <summary>Names that MLT uses for itself.</summary>
    private static readonly string[] NamesOfMlt = ["in", "out", "resource"];

    public static void Run(ParamDescription param, ContextDescription context, HostProfile profile, ValidationWatch watch)
    {
        Place(param, context, watch);
        if (param.Shape.Kind is ParamKind.Integer or ParamKind.Real)
            Numbers(param, profile, watch);
        if (param.Type is OfxParamTypes.kOfxParamTypeChoice or OfxParamTypes.kOfxParamTypeStrChoice)
            Options(param, watch);

        if (profile == HostProfiles.Mlt && NamesOfMlt.Contains(param.Name))
            watch.Add(Severity.Warning, "param-name", $"Parameter '{param.Name}' has a name that MLT uses for itself; choose another one.");
        if (profile == HostProfiles.Mlt && param.Shape.Kind == ParamKind.Text && param.Default.ToString().StartsWith('@'))
            watch.Add(Severity.Warning, "param-default", $"Parameter '{param.Name}' has a default that begins with '@', which MLT takes for an expression; choose another one.");
        if (profile == HostProfiles.Nuke && param.IsSecret && param.Type is not (OfxParamTypes.kOfxParamTypeGroup or OfxParamTypes.kOfxParamTypePage))
            watch.Add(Severity.Note, "secret", $"Parameter '{param.Name}' is secret from the start: Nuke never shows it, whatever is set later.");
        if (param.Name.Length == 0 || param.Name.Any(char.IsWhiteSpace))
            watch.Add(Severity.Warning, "param-name", $"Parameter '{param.Name}' has a name that scripts can't write; use letters and digits.");
    }

    private static void Place(ParamDescription param, ContextDescription context, ValidationWatch watch)
    {
        if (param.Parent.Length > 0 && !context.Params.Any(known => known.Name == param.Parent && known.Type == OfxParamTypes.kOfxParamTypeGroup))
            watch.Add(Severity.Error, "param-parent", $"Parameter '{param.Name}' lies in '{param.Parent}', which is no group; define the group before it.");

        foreach (string child in Texts(param, OfxParamProps.kOfxParamPropPageChild))
        {
            bool known = context.Params.Any(other => other.Name == child && other.Type != OfxParamTypes.kOfxParamTypePage);
            if (!known && child is not (OfxValues.kOfxParamPageSkipRow or OfxValues.kOfxParamPageSkipColumn))
                watch.Add(Severity.Error, "page-child", $"Page '{param.Name}' shows '{child}', which is no parameter; define it or take it off the page.");
        }
    }

    private static void Numbers(ParamDescription param, HostProfile profile, ValidationWatch watch)
    {
        IReadOnlyList<double> least = Values(param, OfxParamProps.kOfxParamPropMin), most = Values(param, OfxParamProps.kOfxParamPropMax);
        IReadOnlyList<double> shownLeast = Values(param, OfxParamProps.kOfxParamPropDisplayMin), shownMost = Values(param, OfxParamProps.kOfxParamPropDisplayMax);
        for (int i = 0; i < Math.Min(least.Count, most.Count); i++)
        {
            double value = param.Default.Numbers[i];
            if (least[i] > most[i])
                watch.Add(Severity.Error, "param-range", $"Parameter '{param.Name}' has a range that ends before it begins; exchange kOfxParamPropMin and kOfxParamPropMax.");
            else if (!(value >= least[i] && value <= most[i]))
                watch.Add(Severity.Error, "param-default", $"Parameter '{param.Name}' has a default outside its range; hosts clamp it, each in its way.");
            if (i < shownLeast.Count && IsBounded(shownLeast[i]) && IsBounded(shownMost[i])
                && (shownLeast[i] > shownMost[i] || shownLeast[i] < least[i] || shownMost[i] > most[i]))
                watch.Add(Severity.Warning, "param-range", $"Parameter '{param.Name}' has a slider that leaves its range; keep the display range within the range.");
        }

        bool single = param.Type is OfxParamTypes.kOfxParamTypeInteger or OfxParamTypes.kOfxParamTypeDouble;
        if (single && profile == HostProfiles.Resolve && !(IsSet(least, most) && IsSet(shownLeast, shownMost)))
            watch.Add(Severity.Warning, "param-range", $"Parameter '{param.Name}' lacks a range or a display range; Resolve then clamps its default: set both.");
    }

    private static void Options(ParamDescription param, ValidationWatch watch)
    {
        if (param.Options.Count == 0)
            watch.Add(Severity.Error, "choice", $"Choice '{param.Name}' has no options; set kOfxParamPropChoiceOption.");
        else if (param.Type == OfxParamTypes.kOfxParamTypeChoice && (param.Default.Numbers[0] < 0 || param.Default.Numbers[0] >= param.Options.Count))
            watch.Add(Severity.Error, "param-default", $"Choice '{param.Name}' has a default that is none of its options; count from 0.");
        foreach (string option in param.Options.GroupBy(option => option).Where(group => group.Count() > 1).Select(group => group.Key))
            watch.Add(Severity.Warning, "choice", $"Choice '{param.Name}' has the option '{option}' twice; scripts and projects can't tell them apart.");
    }

    /// <summary>Whether a range was set: an end of it may well be the type's own limit, both are not.</summary>
    private static bool IsSet(IReadOnlyList<double> least, IReadOnlyList<double> most) => least.Any(IsBounded) || most.Any(IsBounded);

    /// <summary>What isn't set is the type's own limit.</summary>
    private static bool IsBounded(double value) => double.IsFinite(value) && value is > int.MinValue and < int.MaxValue;

    private static IReadOnlyList<double> Values(ParamDescription param, string name) =>
        Find(param, name) is { } found ? [.. found.Values.Select(value => found.Kind == PropertyKind.Integer ? value.Integer : value.Real)] : [];

    private static IReadOnlyList<string> Texts(ParamDescription param, string name) =>
        Find(param, name) is { } found ? [.. found.Values.Select(value => value.Text)] : [];

    private static PropertyDescription? Find(ParamDescription param, string name) =>
        param.Properties.FirstOrDefault(property => property.Name == name);
}
