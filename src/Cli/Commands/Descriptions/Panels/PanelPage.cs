using System.Globalization;
using System.Text;
using FaceFusion.Host.Description;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Commands.Descriptions.Panels;

/// <summary>
/// A page that shows the parameter panels of plug-ins as hosts lay them out: tabs, groups, controls, hints, ranges. It
/// needs nothing beside itself.
/// </summary>
internal static class PanelPage
{
    /// <summary>The page.</summary>
    /// <param name="plugins">What the plug-ins of a bundle say.</param>
    public static string Html(IReadOnlyList<HostDescription> plugins)
    {
        var page = new StringBuilder();
        string title = PanelControl.Text(string.Join(", ", plugins.Select(plugin => plugin.Label)));
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<title>{title}</title>\n<style>\n{PanelStyle.Css}\n");
        int tabs = plugins.SelectMany(plugin => plugin.Contexts).Select(context => PanelTree.Tabs(context).Count).DefaultIfEmpty(0).Max();
        for (int i = 1; i <= tabs; i++)
            page.Append(CultureInfo.InvariantCulture, $".tabs > input:nth-of-type({i}):checked ~ .tab:nth-of-type({i}) {{ display: block }}\n");
        page.Append("</style>\n");
        foreach (HostDescription plugin in plugins)
            Append(page, plugin);
        return page.Append("</html>\n").ToString();
    }

    private static void Append(StringBuilder page, HostDescription plugin)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h1>{PanelControl.Text(plugin.Label)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=about>{PanelControl.Text(plugin.Grouping)} · {PanelControl.Text(plugin.Identifier)} {plugin.VersionMajor}.{plugin.VersionMinor}</p>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=about>{PanelControl.Text(plugin.Text)}</p>\n");
        foreach (ContextDescription context in plugin.Contexts)
            Append(page, plugin, context);
    }

    private static void Append(StringBuilder page, HostDescription plugin, ContextDescription context)
    {
        string name = OfxTerms.Short(context.Context);
        page.Append(CultureInfo.InvariantCulture, $"<h2>{PanelControl.Text(name)}</h2>\n<div class=clips>");
        foreach (ClipDescription clip in context.Clips)
        {
            string components = string.Join(" ", clip.Components.Select(known => known.ToString().ToUpperInvariant()));
            string remark = (clip.IsOptional ? ", optional" : "") + (clip.IsMask ? ", mask" : "");
            page.Append(CultureInfo.InvariantCulture, $"<span class=\"clip{(clip.IsOptional ? " optional" : "")}\" title=\"{components}{remark}\">{PanelControl.Text(clip.Label)}</span>");
        }

        page.Append("</div>\n<div class=panel><div class=tabs>\n");
        string group = PanelControl.Text($"{plugin.Identifier}-{name}");
        IReadOnlyList<(string Label, IReadOnlyList<PanelNode> Nodes)> tabs = PanelTree.Tabs(context);
        for (int i = 0; i < tabs.Count; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<input type=radio name=\"{group}\" id=\"{group}-{i}\"{(i == 0 ? " checked" : "")}>")
                .Append(CultureInfo.InvariantCulture, $"<label for=\"{group}-{i}\">{PanelControl.Text(tabs[i].Label)}</label>\n");
        }

        foreach ((_, IReadOnlyList<PanelNode> nodes) in tabs)
        {
            page.Append("<div class=tab>\n");
            foreach (PanelNode node in nodes)
                Append(page, node);
            page.Append("</div>\n");
        }

        page.Append("</div></div>\n");
    }

    private static void Append(StringBuilder page, PanelNode node)
    {
        ParamDescription param = node.Param;
        if (param.Type == OfxParamTypes.kOfxParamTypeGroup)
        {
            bool isOpen = PanelTree.Numbers(param, OfxParamProps.kOfxParamPropGroupOpen) is not [0];
            page.Append(CultureInfo.InvariantCulture, $"<details{(isOpen ? " open" : "")}><summary>{PanelControl.Text(param.Label)}</summary>\n");
            foreach (PanelNode child in node.Children)
                Append(page, child);
            page.Append("</details>\n");
            return;
        }

        string label = param.Type == OfxParamTypes.kOfxParamTypePushButton ? "" : PanelControl.Text(param.Label);
        string hint = PanelControl.Text(param.Hint);
        page.Append(CultureInfo.InvariantCulture, $"<div class=param title=\"{hint}\"><span class=label>{label}</span>")
            .Append(CultureInfo.InvariantCulture, $"<span class=control>{PanelControl.Html(param)}</span>");
        if (hint.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p class=hint>{hint}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p class=facts>{PanelControl.Facts(param)}</p></div>\n");
    }
}
