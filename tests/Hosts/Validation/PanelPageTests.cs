using System.Net;
using System.Text.RegularExpressions;
using FaceFusion.Host.Description;
using FaceFusion.Hosts.Tests.Foreign;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Validation;

/// <summary><c>facefusion describe --html</c> of the built bundle.</summary>
[Collection(BundleCollection.Name)]
public sealed partial class PanelPageTests(BuiltBundle bundle)
{
    private readonly string _page = ProcessResult.Of(
        "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll"), "describe", bundle.Path, "--html"]).Output;

    [Fact]
    public void Every_parameter_that_hosts_show_is_there_with_its_hint_and_no_other()
    {
        ContextDescription[] contexts = [.. bundle.Bundle.Plugins[0].Describe().Contexts];
        string[] expected =
        [
            .. contexts.SelectMany(context => context.Params)
                .Where(param => !param.IsSecret && param.Type is not (OfxParamTypes.kOfxParamTypePage or OfxParamTypes.kOfxParamTypeGroup))
                .Select(param => param.Name).Distinct().Order(),
        ];
        Assert.Equal(expected, Named().Matches(_page).Select(match => match.Groups[1].Value).Distinct().Order());
        foreach (ParamDescription param in contexts.SelectMany(context => context.Params).Where(param => expected.Contains(param.Name)))
            Assert.Contains(WebUtility.HtmlEncode(param.Hint), _page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_tab_for_every_page_and_nothing_from_elsewhere()
    {
        foreach (ParamDescription page in bundle.Bundle.Plugins[0].Describe().Contexts.SelectMany(context => context.Params)
            .Where(param => param.Type == OfxParamTypes.kOfxParamTypePage))
            Assert.Matches($"<label for=\"[^\"]*\">{Regex.Escape(page.Label)}</label>", _page);
        Assert.DoesNotMatch("(src|href)=", _page);
    }

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex Named();
}
