using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>Instances and renders for the checks.</summary>
internal static class Trials
{
    /// <summary>The render scales that are tried: the full resolution, and a proxy of half of it.</summary>
    public static readonly OfxPointD Full = new() { x = 1, y = 1 }, Half = new() { x = 0.5, y = 0.5 };

    /// <summary>Contexts that can be tried without knowing what a plug-in is for.</summary>
    private static readonly string[] Renderable =
    [
        OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral, OfxContexts.kOfxImageEffectContextGenerator,
    ];

    /// <summary>The contexts of a plug-in that are tried.</summary>
    public static IReadOnlyList<string> ContextsOf(HostedPlugin plugin) =>
        [.. plugin.Describe().Contexts.Select(context => context.Context).Where(Renderable.Contains)];

    /// <summary>A node in a project of the plate's size, its mandatory inputs connected.</summary>
    public static RenderSession Start(ValidationSubject subject, HostedPlugin plugin, string context, IClipSource plate)
    {
        (int x, int y) = subject.Profile.Behaviour.ClipOrigin;
        var project = new ProjectSettings
        {
            Width = subject.Plate.Width,
            Height = subject.Plate.Height,
            OffsetX = x,
            OffsetY = y,
            PixelAspectRatio = plate.Format.PixelAspectRatio,
        };
        return new RenderSession(plugin, context, project, instance =>
        {
            foreach (HostedClip clip in instance.Clips.Inputs.Where(clip => !clip.IsOptional))
                clip.Bind(plate);
            subject.Prepare(instance);
        });
    }

    /// <summary>Renders a whole frame into an image filled with a byte.</summary>
    public static (RenderOutcome Outcome, HostImage Image) Render(
        RenderSession session, PictureSource plate, OfxPointD scale, byte fill, CancellationToken token = default)
    {
        HostImage image = Blank(session, plate.Bounds(scale), fill);
        RenderOutcome outcome = session.Render(new RenderRequest(1, image.Bounds, image) { RenderScale = scale, Cancellation = token });
        return (outcome, image);
    }

    /// <summary>An image in the form of the session's output, filled with a byte.</summary>
    public static HostImage Blank(RenderSession session, OfxRectI bounds, byte fill)
    {
        ClipPreference wanted = session.Instance.ClipPreferences.Clips[session.Instance.Clips.Output.Name];
        HostImage image = PictureSource.Blank(session.Instance.Plugin.Profile, bounds, wanted);
        RenderedPixels.Fill(image, fill);
        return image;
    }
}
