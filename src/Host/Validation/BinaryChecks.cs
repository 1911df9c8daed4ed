using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>What a binary says before anything is called.</summary>
internal static class BinaryChecks
{
    public static void Run(OfxBundle bundle, ValidationWatch watch)
    {
        foreach (HostedPlugin plugin in bundle.Plugins)
        {
            watch.Plugin = plugin.Identifier;
            if (plugin.Identifier.Length == 0)
                watch.Add(Severity.Error, "identifier", "It has no identifier; projects are saved by it.");
            else if (plugin.Identifier.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c)))
                watch.Add(Severity.Error, "identifier", $"Its identifier '{plugin.Identifier}' has spaces or characters beyond ASCII; use a reverse domain name.");
            if (plugin.Api != OfxValues.kOfxImageEffectPluginApi || plugin.ApiVersion != OfxValues.kOfxImageEffectPluginApiVersion)
                watch.Add(Severity.Error, "api", $"It is of API '{plugin.Api}' version {plugin.ApiVersion}; image effects are '{OfxValues.kOfxImageEffectPluginApi}' version {OfxValues.kOfxImageEffectPluginApiVersion}.");
        }

        watch.Plugin = string.Empty;
        foreach (var twins in bundle.Plugins.GroupBy(plugin => (plugin.Identifier, plugin.VersionMajor, plugin.VersionMinor)).Where(group => group.Count() > 1))
            watch.Add(Severity.Error, "identifier", $"It holds '{twins.Key.Identifier}' {twins.Key.VersionMajor}.{twins.Key.VersionMinor} more than once; hosts take one of them.");
    }
}
