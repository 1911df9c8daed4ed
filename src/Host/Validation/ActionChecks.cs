using FaceFusion.Host.Clips;
using FaceFusion.Host.Interacts;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Pictures;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>Every action but the renders: the questions before a frame, changes, the overlay, what nobody knows.</summary>
internal static class ActionChecks
{
    public static void Run(ValidationSubject subject, HostedPlugin plugin, string context, ValidationWatch watch)
    {
        using var plate = new PictureSource(subject.Plate, new PictureForm(), subject.Profile);
        using RenderSession session = Trials.Start(subject, plugin, context, plate);
        HostedInstance instance = session.Instance;

        _ = instance.ClipPreferences;
        if (subject.Profile.Behaviour.AsksBeforeRender)
            Questions(instance, plate, watch);
        instance.SyncPrivateData();
        instance.PurgeCaches();
        plugin.Call(ActionRules.Unknown, instance.Handle.Value, default, default);
        if (subject.Profile.Behaviour.SendsInstanceChanged)
            Changes(instance, subject.Profile);
        Overlay(instance);
    }

    private static void Questions(HostedInstance instance, PictureSource plate, ValidationWatch watch)
    {
        foreach (OfxPointD scale in (ReadOnlySpan<OfxPointD>)[Trials.Full, Trials.Half])
        {
            OfxRectD region = instance.GetRegionOfDefinition(1, scale);
            Check(region, "region of definition", watch);
            foreach ((string clip, OfxRectD needed) in instance.GetRegionsOfInterest(1, region, scale))
                Check(needed, $"region of interest on clip '{clip}'", watch);
            if (instance.IsIdentity(1, plate.Bounds(scale), scale) is { } identity && !instance.Clips.TryGet(identity.Clip, out _))
                watch.Add(Severity.Error, "identity", $"It says that the frame is that of clip '{identity.Clip}', which there is none of; name a clip of its own.");
        }

        foreach ((string clip, IReadOnlyList<FrameSpan> spans) in instance.GetFramesNeeded(1))
        {
            if (spans.Any(span => !(span.First <= span.Last)))
                watch.Add(Severity.Error, "frames-needed", $"It needs frames of clip '{clip}' in a range that ends before it begins; give least and greatest.");
        }

        FrameSpan domain = instance.GetTimeDomain();
        if (!(domain.First <= domain.Last))
            watch.Add(Severity.Error, "time-domain", "Its time domain ends before it begins; give first and last.");
    }

    private static void Check(OfxRectD region, string what, ValidationWatch watch)
    {
        bool isFinite = double.IsFinite(region.x1) && double.IsFinite(region.y1) && double.IsFinite(region.x2) && double.IsFinite(region.y2);
        if (!isFinite || region.x1 > region.x2 || region.y1 > region.y2)
            watch.Add(Severity.Error, "region", $"Its {what} is no rectangle ({region.x1}, {region.y1}, {region.x2}, {region.y2}); give finite edges, the lesser first.");
    }

    /// <summary>Every parameter once, as if the user had set it to what it is; the strict host presses buttons, too.</summary>
    private static void Changes(HostedInstance instance, HostProfile profile)
    {
        instance.BeginEdit();
        instance.Progress = _ => false;
        foreach (HostedParam param in instance.Params)
        {
            if (param.Type == OfxParamTypes.kOfxParamTypePushButton && profile == HostProfiles.Strict)
                param.Press();
            else if (param.Shape.Kind != ParamKind.None)
                instance.ParamChanged(param, OfxValues.kOfxChangeUserEdited);
        }

        foreach (string reason in (ReadOnlySpan<string>)[OfxValues.kOfxChangePluginEdited, OfxValues.kOfxChangeTime])
        {
            foreach (HostedParam param in instance.Params.Where(param => param.Shape.Kind != ParamKind.None).Take(1))
                instance.ParamChanged(param, reason);
        }

        foreach (HostedClip clip in instance.Clips.Inputs)
            instance.ClipChanged(clip);
        instance.GoTo(1);
        instance.EndEdit();
    }

    private static void Overlay(HostedInstance instance)
    {
        using HostedInteract? overlay = instance.CreateOverlay();
        if (overlay is null)
            return;

        var centre = new OfxPointD { x = instance.Project.OffsetX + (instance.Project.Width / 2), y = instance.Project.OffsetY + (instance.Project.Height / 2) };
        overlay.Draw(1, Trials.Full);
        overlay.Pen(OfxActions.kOfxInteractActionPenMotion, 1, Trials.Full, centre);
        overlay.Pen(OfxActions.kOfxInteractActionPenDown, 1, Trials.Full, centre);
        overlay.Pen(OfxActions.kOfxInteractActionPenUp, 1, Trials.Full, centre);
        overlay.Draw(1, Trials.Half);
    }
}
