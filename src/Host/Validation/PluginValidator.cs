using FaceFusion.Host.Watching;

namespace FaceFusion.Host.Validation;

/// <summary>
/// Tries a binary's plug-ins as one host would and tells what is amiss. A plug-in may crash or hang: run each part in a
/// process of its own.
/// </summary>
public static class PluginValidator
{
    /// <summary>Runs one part under one profile.</summary>
    /// <param name="subject">What is tried.</param>
    /// <param name="part">Which part.</param>
    /// <param name="sink">Hears the findings.</param>
    public static void Run(ValidationSubject subject, ValidationPart part, IValidationSink sink)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(sink);
        var watch = new ValidationWatch(subject.Profile, sink);
        HostWatch.Observer = watch;
        try
        {
            switch (part)
            {
                case ValidationPart.Reload:
                    ReloadChecks.Run(subject, watch);
                    break;
                case ValidationPart.Hardship:
                    HardshipChecks.Run(subject, watch);
                    break;
                default:
                    Use(subject, watch);
                    break;
            }
        }
        catch (HostException refusal)
        {
            watch.Add(Severity.Error, "refused", refusal.Message);
        }
        finally
        {
            HostWatch.Observer = null;
        }
    }

    private static void Use(ValidationSubject subject, ValidationWatch watch)
    {
        watch.Doing("opening the binary");
        using OfxBundle bundle = OfxBundle.Load(subject.Path, subject.Profile);
        BinaryChecks.Run(bundle, watch);
        foreach (HostedPlugin plugin in bundle.Plugins)
        {
            watch.Plugin = plugin.Identifier;
            try
            {
                watch.Doing("describing");
                DescriptionChecks.Run(plugin, watch);
                foreach (string context in Trials.ContextsOf(plugin))
                {
                    watch.Doing($"actions in the context {context}");
                    ActionChecks.Run(subject, plugin, context, watch);
                    watch.Doing($"rendering in the context {context}");
                    RenderChecks.Run(subject, plugin, context, watch);
                }
            }
            catch (HostException refusal)
            {
                watch.Add(Severity.Error, "refused", refusal.Message);
            }
        }

        watch.Doing("unloading and closing");
    }
}
