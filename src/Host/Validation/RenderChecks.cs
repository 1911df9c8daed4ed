using FaceFusion.Host.Clips;
using FaceFusion.Host.Messages;
using FaceFusion.Host.Pictures;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>Frames in every form that plug-in and host share: what is written, what is kept, whether parts equal the whole.</summary>
internal static class RenderChecks
{
    private const byte FirstFill = 0x5A, SecondFill = 0xC3;

    public static void Run(ValidationSubject subject, HostedPlugin plugin, string context, ValidationWatch watch)
    {
        HostProfile profile = subject.Profile;
        bool first = true;
        foreach (BitDepth depth in profile.Depths)
        {
            foreach (PixelComponents components in profile.Components)
            {
                var form = new PictureForm { Depth = depth, Components = components, Premultiplication = Premultiplication.Premultiplied };
                if (!Whole(subject, plugin, context, form, Trials.Full, watch))
                    return;
                if (!first)
                    continue;

                first = false;
                Whole(subject, plugin, context, form, Trials.Half, watch);
                Whole(subject, plugin, context, form with { PixelAspectRatio = 2 }, Trials.Full, watch);
                Whole(subject, plugin, context, form with { Premultiplication = Premultiplication.Unpremultiplied }, Trials.Full, watch);
                Parts(subject, plugin, context, form, watch);
                Threads(subject, plugin, context, form, watch);
            }
        }
    }

    /// <summary>A frame twice, over different bytes; false when the plug-in doesn't render without more being set.</summary>
    private static bool Whole(
        ValidationSubject subject, HostedPlugin plugin, string context, PictureForm form, OfxPointD scale, ValidationWatch watch)
    {
        using var plate = new PictureSource(subject.Plate, form, subject.Profile);
        using RenderSession session = Trials.Start(subject, plugin, context, plate);
        (RenderOutcome outcome, HostImage one) = Trials.Render(session, plate, scale, FirstFill);
        (RenderOutcome again, HostImage two) = Trials.Render(session, plate, scale, SecondFill);
        using (one)
        using (two)
        {
            if (!Judge(outcome, watch) || !Judge(again, watch))
                return false;

            int unwritten = RenderedPixels.Unwritten(one, FirstFill, two, SecondFill, one.Bounds);
            if (unwritten > 0)
            {
                watch.Add(Severity.Error, "unwritten", $"It leaves pixels of the render window unwritten ({form.Depth}, {form.Components}); fill the whole window.");
            }
            else if (!RenderedPixels.Same(one, two))
            {
                watch.Add(Severity.Warning, "repeatable", $"It renders other pixels the second time ({form.Depth}, {form.Components}); farms and caches depend on the same frame being the same.");
            }
        }

        return true;
    }

    /// <summary>Windows smaller than the image, and tiles, where plug-in and host have them.</summary>
    private static void Parts(ValidationSubject subject, HostedPlugin plugin, string context, PictureForm form, ValidationWatch watch)
    {
        using var plate = new PictureSource(subject.Plate, form, subject.Profile);
        using RenderSession session = Trials.Start(subject, plugin, context, plate);
        HostedInstance instance = session.Instance;
        if (!subject.Profile.SupportsTiles || instance.Properties.GetInteger(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles) == 0)
            return;

        using HostImage whole = Trials.Blank(session, plate.Bounds(Trials.Full), FirstFill);
        using HostImage window = Trials.Blank(session, plate.Bounds(Trials.Full), FirstFill);
        using HostImage tiles = Trials.Blank(session, plate.Bounds(Trials.Full), SecondFill);
        OfxRectI part = FrameTiles.Of(whole.Bounds)[^1];
        bool rendered = Judge(instance.Render(new RenderRequest(1, whole.Bounds, whole)), watch)
            && Judge(instance.Render(new RenderRequest(1, part, window)), watch)
            && Judge(FrameTiles.Render(instance, new RenderRequest(1, tiles.Bounds, tiles)), watch);
        if (!rendered)
            return;

        if (RenderedPixels.WrittenOutside(window, FirstFill, part) > 0)
            watch.Add(Severity.Error, "outside-window", "It writes outside the render window; another thread may be rendering there.");
        if (!RenderedPixels.Same(whole, tiles))
            watch.Add(Severity.Error, "tiles", "Tiles give other pixels than the whole frame; take coordinates from the project, not from the window.");
    }

    /// <summary>Frames at the same time, on one instance or on two, as the plug-in says it can.</summary>
    private static void Threads(ValidationSubject subject, HostedPlugin plugin, string context, PictureForm form, ValidationWatch watch)
    {
        using var plate = new PictureSource(subject.Plate, form, subject.Profile);
        using RenderSession one = Trials.Start(subject, plugin, context, plate);
        string safety = one.Instance.Properties.GetText(OfxValues.kOfxImageEffectPluginRenderThreadSafety);
        if (safety == OfxValues.kOfxImageEffectRenderUnsafe)
            return;

        using RenderSession other = Trials.Start(subject, plugin, context, plate);
        RenderSession[] sessions = safety == OfxValues.kOfxImageEffectRenderFullySafe ? [one, one, other] : [one, other];
        (RenderOutcome Outcome, HostImage Image)[] rendered = [.. sessions.AsParallel().AsOrdered().WithDegreeOfParallelism(sessions.Length)
            .Select(session => Trials.Render(session, plate, Trials.Full, FirstFill))];
        (RenderOutcome alone, HostImage expected) = Trials.Render(one, plate, Trials.Full, FirstFill);
        bool good = rendered.All(frame => Judge(frame.Outcome, watch)) && Judge(alone, watch);
        if (good && rendered.Any(frame => !RenderedPixels.Same(frame.Image, expected)))
            watch.Add(Severity.Error, "threads", $"Frames rendered at the same time have other pixels than one alone, although it declares itself {safety}; declare less or share nothing.");

        expected.Dispose();
        foreach ((_, HostImage image) in rendered)
            image.Dispose();
    }

    /// <summary>Whether a frame is there; what was done wrong on the way is told.</summary>
    private static bool Judge(RenderOutcome outcome, ValidationWatch watch)
    {
        if (outcome.WroteOutOfBounds)
            watch.Add(Severity.Error, "out-of-bounds", "It writes beside the output's memory: before it, behind it or between its rows; honour bounds and row bytes.");
        if (outcome.UnreleasedImages > 0)
            watch.Add(Severity.Error, "image-leak", "It keeps images past the end of the render; release every image that was fetched.");
        if (outcome.Succeeded)
            return true;

        if (outcome.Messages.LastOrDefault(IsReason) is { } said)
            watch.Add(Severity.Note, "not-rendered", $"It renders nothing as it is set, and says: {said.Text}");
        else if (!outcome.WroteOutOfBounds)
            watch.Add(Severity.Warning, "silent-failure", $"It answers {outcome.Status} to a render without a message; say what is missing and what to do.");
        return false;
    }

    private static bool IsReason(HostMessage message) =>
        message.Type is OfxMessageTypes.kOfxMessageError or OfxMessageTypes.kOfxMessageFatal or OfxMessageTypes.kOfxMessageWarning;
}
