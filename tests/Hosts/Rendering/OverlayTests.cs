using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Interacts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>The overlay of the built bundle, through the entry that hosts call.</summary>
[Collection(BundleCollection.Name)]
public sealed class OverlayTests(BuiltBundle built)
{
    private static readonly OfxPointD Pixel = new() { x = 1, y = 1 };

    [SkippableFact]
    public void A_click_picks_a_face_and_the_next_frame_shows_it()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using OfxBundle bundle = OfxBundle.Load(built.Path, HostProfile.Modern with { IsBackground = false });
        using HostedInstance node = bundle[BuiltBundle.Identifier].CreateInstance(
            OfxContexts.kOfxImageEffectContextGeneral,
            new ProjectSettings { Width = plate.Width, Height = plate.Height },
            instance => instance.Clips["Source"].Bind(new StillClipSource(plate)));
        node.Params["identityFile"].Set(Plates.Identity);
        using HostedInteract overlay = node.CreateOverlay()!;

        OfxPointD face = new() { x = plate.Width / 2.0, y = plate.Height / 2.0 };
        Assert.Equal(OfxStatus.kOfxStatOK, overlay.Pen(OfxActions.kOfxInteractActionPenDown, 1, Pixel, face));
        Assert.Equal("Picked 6", node.Params["faceOrderName"].Value.Text);

        using HostImage result = Plates.Like(plate);
        Assert.True(node.Render(new RenderRequest(1, plate.Bounds, result)).Succeeded);
        Assert.Contains(overlay.Draw(1, Pixel), command => command.Text.StartsWith("eyes ", StringComparison.Ordinal));
    }
}
