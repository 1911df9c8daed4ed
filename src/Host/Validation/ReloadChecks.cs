using System.Globalization;
using FaceFusion.Host.Description;

namespace FaceFusion.Host.Validation;

/// <summary>A host's scan: open, describe, unload, close, and the same again.</summary>
internal static class ReloadChecks
{
    private const int Rounds = 20;

    public static void Run(ValidationSubject subject, ValidationWatch watch)
    {
        string? first = null;
        for (int round = 1; round <= Rounds; round++)
        {
            watch.Doing(string.Create(CultureInfo.InvariantCulture, $"opening, describing, unloading and closing, round {round}"));
            using OfxBundle bundle = OfxBundle.Load(subject.Path, subject.Profile);
            string described = string.Join('\n', bundle.Plugins.Select(plugin => Described(plugin, watch)));
            first ??= described;
            if (described != first)
                watch.Add(Severity.Error, "reload", $"It describes itself otherwise when it is loaded again (round {round}); projects and plug-in caches depend on it.");
        }
    }

    private static string Described(HostedPlugin plugin, ValidationWatch watch)
    {
        watch.Plugin = plugin.Identifier;
        return Text(plugin.Describe());
    }

    /// <summary>Everything said, but for addresses.</summary>
    private static string Text(HostDescription plugin)
    {
        IEnumerable<PropertyDescription> said = plugin.Properties
            .Concat(plugin.Contexts.SelectMany(context => context.Properties
                .Concat(context.Clips.SelectMany(clip => clip.Properties))
                .Concat(context.Params.SelectMany(param => param.Properties))));
        return string.Join('\n', said.Where(property => property.Kind != Properties.PropertyKind.Pointer)
            .Select(property => $"{property.Name}={string.Join(',', property.Values)}"));
    }
}
