using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>
/// Hosts at their worst: suites that are missing, inputs without images, renders that are aborted, actions out of order.
/// Any status is an answer; what ends the process is none.
/// </summary>
internal static class HardshipChecks
{
    private static readonly OfxPointD Full = new() { x = 1, y = 1 };

    public static void Run(ValidationSubject subject, ValidationWatch watch)
    {
        watch.IsHard = true;
        Frames(subject, watch);
        OutOfOrder(subject, watch);
        foreach (SuiteId suite in subject.Profile.Suites)
        {
            watch.Doing($"a host without {suite.Name} {suite.Version}");
            Attempt(subject with { Profile = subject.Profile with { Suites = subject.Profile.Suites.Except([suite]).ToHashSet() } });
        }

        watch.Doing("a host without properties of its own");
        Attempt(subject with { Profile = subject.Profile with { Behaviour = subject.Profile.Behaviour with { HostPropertiesAreEmpty = true } } });
    }

    private static void Frames(ValidationSubject subject, ValidationWatch watch)
    {
        using OfxBundle bundle = OfxBundle.Load(subject.Path, subject.Profile);
        foreach (HostedPlugin plugin in bundle.Plugins)
        {
            watch.Plugin = plugin.Identifier;
            foreach (string context in Trials.ContextsOf(plugin))
            {
                // No image at frame 1: the clip begins at frame 1000.
                watch.Doing("inputs without images");
                using var nothing = new PictureSource(subject.Plate, new PictureForm { FirstFrame = 1000, LastFrame = 1000 }, subject.Profile);
                Render(subject, plugin, context, nothing, CancellationToken.None);

                watch.Doing("an aborted render");
                using var plate = new PictureSource(subject.Plate, new PictureForm(), subject.Profile);
                Render(subject, plugin, context, plate, new CancellationToken(canceled: true));
            }
        }
    }

    private static void OutOfOrder(ValidationSubject subject, ValidationWatch watch)
    {
        using OfxBundle bundle = OfxBundle.Load(subject.Path, subject.Profile);
        foreach (HostedPlugin plugin in bundle.Plugins)
        {
            watch.Plugin = plugin.Identifier;
            foreach (string context in Trials.ContextsOf(plugin).Take(1))
            {
                watch.Doing("Load twice, and ends of what was never begun");
                using var plate = new PictureSource(subject.Plate, new PictureForm(), subject.Profile);
                using RenderSession session = Trials.Start(subject, plugin, context, plate);
                plugin.Call(OfxActions.kOfxActionLoad, 0, default, default);
                plugin.Call(OfxActions.kOfxImageEffectActionEndSequenceRender, session.Instance.Handle.Value, default, default);
                plugin.Call(OfxActions.kOfxActionEndInstanceChanged, session.Instance.Handle.Value, default, default);
            }
        }
    }

    private static void Attempt(ValidationSubject subject)
    {
        try
        {
            using OfxBundle bundle = OfxBundle.Load(subject.Path, subject.Profile);
            foreach (HostedPlugin plugin in bundle.Plugins)
            {
                using var plate = new PictureSource(subject.Plate, new PictureForm(), subject.Profile);
                foreach (string context in Trials.ContextsOf(plugin).Take(1))
                    Render(subject, plugin, context, plate, CancellationToken.None);
            }
        }
        catch (HostException)
        {
            // A plug-in that says what it lacks is as it should be.
        }
    }

    private static void Render(ValidationSubject subject, HostedPlugin plugin, string context, PictureSource plate, CancellationToken token)
    {
        using RenderSession session = Trials.Start(subject, plugin, context, plate);
        (_, HostImage image) = Trials.Render(session, plate, Full, 0, token);
        image.Dispose();
    }
}
