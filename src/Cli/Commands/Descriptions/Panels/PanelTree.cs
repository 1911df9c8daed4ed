using FaceFusion.Host.Description;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Commands.Descriptions.Panels;

/// <summary>The tabs and groups in which hosts lay parameters out.</summary>
internal static class PanelTree
{
    /// <summary>Name of the tab for what lies on no page, and of the only one where there are no pages.</summary>
    public const string Loose = "Controls";

    /// <summary>The tabs of a panel: one for each page, groups around what lies in them; hidden parameters are left out.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<PanelNode> Nodes)> Tabs(ContextDescription context)
    {
        ParamDescription[] shown = [.. context.Params.Where(param => !param.IsSecret && param.Type != OfxParamTypes.kOfxParamTypePage)];
        List<(string Label, IReadOnlyList<PanelNode> Nodes)> tabs = [];
        HashSet<string> placed = [];
        foreach (ParamDescription page in context.Params.Where(param => param.Type == OfxParamTypes.kOfxParamTypePage && !param.IsSecret))
        {
            HashSet<string> members = [.. Texts(page, OfxParamProps.kOfxParamPropPageChild)];
            foreach (ParamDescription param in shown.Where(param => IsIn(param, members, shown)))
                placed.Add(param.Name);
            List<PanelNode> nodes = Nodes(shown, "", param => IsIn(param, members, shown));
            if (nodes.Count > 0)
                tabs.Add((page.Label, nodes));
        }

        List<PanelNode> loose = Nodes(shown, "", param => !placed.Contains(param.Name));
        if (loose.Count > 0)
            tabs.Add((Loose, loose));
        return tabs;
    }

    /// <summary>The texts of a property; none where the parameter has no such property.</summary>
    public static IReadOnlyList<string> Texts(ParamDescription param, string property) =>
        [.. Values(param, property).Select(value => value.Text)];

    /// <summary>The numbers of a property; none where the parameter has no such property.</summary>
    public static IReadOnlyList<double> Numbers(ParamDescription param, string property) =>
        [.. Values(param, property).Select(value => value.Kind == PropertyKind.Integer ? value.Integer : value.Real)];

    private static List<PanelNode> Nodes(ParamDescription[] shown, string parent, Func<ParamDescription, bool> isWanted)
    {
        List<PanelNode> nodes = [];
        foreach (ParamDescription param in shown.Where(param => param.Parent == parent))
        {
            if (param.Type != OfxParamTypes.kOfxParamTypeGroup)
            {
                if (isWanted(param))
                    nodes.Add(new PanelNode(param, []));
                continue;
            }

            // A group shows where anything in it does.
            List<PanelNode> children = Nodes(shown, param.Name, isWanted);
            if (children.Count > 0)
                nodes.Add(new PanelNode(param, children));
        }

        return nodes;
    }

    /// <summary>Whether a page names a parameter or a group around it.</summary>
    private static bool IsIn(ParamDescription param, HashSet<string> members, ParamDescription[] shown)
    {
        for (ParamDescription? around = param; around is not null; around = Array.Find(shown, group => group.Name == around.Parent))
        {
            if (members.Contains(around.Name))
                return true;
        }

        return false;
    }

    private static IReadOnlyList<PropertyValue> Values(ParamDescription param, string property) =>
        param.Properties.FirstOrDefault(known => known.Name == property)?.Values ?? [];
}
