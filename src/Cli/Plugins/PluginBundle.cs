using FaceFusion.Host;
using FaceFusion.Host.Description;

namespace FaceFusion.Cli.Plugins;

/// <summary>Opens bundles for commands; what the host can't do becomes a failure of the command.</summary>
internal static class PluginBundle
{
    /// <summary>Everything that the plug-ins of a bundle say of themselves.</summary>
    /// <exception cref="CliException">It can't be opened, or holds no plug-in.</exception>
    public static IReadOnlyList<HostDescription> Describe(string path) => Guarded(() =>
    {
        using OfxBundle bundle = OfxBundle.Load(path);
        return bundle.Plugins.Select(plugin => plugin.Describe()).ToArray();
    });

    /// <summary>The plug-in of a bundle to render with.</summary>
    /// <param name="bundle">The opened bundle.</param>
    /// <param name="identifier">Its identifier; needed where the bundle holds several.</param>
    public static HostedPlugin Choose(OfxBundle bundle, string? identifier)
    {
        if (identifier is not null)
            return bundle[identifier];

        string[] identifiers = [.. bundle.Plugins.Select(plugin => plugin.Identifier).Distinct()];
        return identifiers.Length == 1
            ? bundle[identifiers[0]]
            : throw CliException.Usage($"The bundle '{bundle.BundlePath}' holds {identifiers.Length} plug-ins; name one with --effect: {string.Join(", ", identifiers)}.");
    }

    /// <summary>Does something with the host; its failures become the command's.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="exitCode">The exit code of a failure.</param>
    public static T Guarded<T>(Func<T> work, int exitCode = ExitCode.Failed)
    {
        try
        {
            return work();
        }
        catch (HostException failure)
        {
            throw new CliException(failure.Message, exitCode, failure);
        }
    }
}
