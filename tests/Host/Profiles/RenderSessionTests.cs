using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Host.Validation;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Profiles;

/// <summary>The actions that each host's way of rendering sends, and what images it hands over.</summary>
[Collection(WatchCollection.Name)]
public sealed class RenderSessionTests
{
    private static readonly OfxPointD Full = new() { x = 1, y = 1 };

    [Theory]
    [InlineData(RenderInstances.Same, 1, 1)]
    [InlineData(RenderInstances.Shadow, 2, 1)]
    [InlineData(RenderInstances.PerFrame, 4, 1)]
    [InlineData(RenderInstances.PerFrameReloaded, 4, 4)]
    public void Three_frames_make_as_many_instances_and_loads_as_the_host(RenderInstances instances, int created, int loaded)
    {
        var actions = new ActionRecorder();
        HostWatch.Observer = actions;
        try
        {
            RenderFrames(HostProfile.Modern with { Behaviour = new HostBehaviour { RenderInstances = instances } }, frames: 3);
        }
        finally
        {
            HostWatch.Observer = null;
        }

        Assert.Equal(created, actions.Count(OfxActions.kOfxActionCreateInstance));
        Assert.Equal(created, actions.Count(OfxActions.kOfxActionDestroyInstance));
        Assert.Equal(loaded, actions.Count(OfxActions.kOfxActionLoad));
        Assert.Equal(3, actions.Count(OfxActions.kOfxImageEffectActionRender));
    }

    [Fact]
    public void A_shadow_has_the_values_of_the_instance_that_the_user_works_on()
    {
        HostProfile profile = HostProfile.Modern with { Behaviour = new HostBehaviour { RenderInstances = RenderInstances.Shadow } };
        using OfxBundle bundle = Probe.Load(profile);
        using var plate = new PictureSource(Picture.TestPattern(8, 8), new PictureForm(), profile);
        using RenderSession session = Start(bundle, plate);
        (RenderOutcome before, HostImage one) = Trials.Render(session, plate, Full, 0);
        session.Instance.Params["gain"].Set(0.5);
        (RenderOutcome after, HostImage two) = Trials.Render(session, plate, Full, 0);
        Assert.True(before.Succeeded && after.Succeeded);
        Assert.NotEqual(RenderedPixels.Of(one, null), RenderedPixels.Of(two, null));
        one.Dispose();
        two.Dispose();
    }

    [Theory]
    [InlineData("nuke")]
    [InlineData("mlt")]
    [InlineData("strict")]
    public void Pictures_are_the_same_under_every_host(string host)
    {
        var request = new ClipImageRequest(1, new OfxPointD { x = 0.5, y = 0.5 }, null, BitDepth.Float, PixelComponents.Rgba);
        Picture picture = Picture.TestPattern(12, 8);
        using var plain = new PictureSource(picture, new PictureForm(), HostProfile.Modern);
        using var hosted = new PictureSource(picture, new PictureForm(), HostProfiles.All[host]);
        HostImage expected = plain.GetImage(request)!, actual = hosted.GetImage(request)!;
        Assert.Equal(RenderedPixels.Of(expected, null), RenderedPixels.Of(actual, null));
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
    }

    [Fact]
    public void Vegas_exchanges_red_and_blue()
    {
        Picture picture = Picture.TestPattern(6, 5);
        var request = new ClipImageRequest(1, Full, null, BitDepth.Byte, PixelComponents.Rgba);
        using var plain = new PictureSource(picture, new PictureForm(), HostProfile.Modern);
        using var vegas = new PictureSource(picture, new PictureForm(), HostProfiles.Vegas);
        HostImage rgba = plain.GetImage(request)!, bgra = vegas.GetImage(request)!;
        Assert.NotEqual(RenderedPixels.Of(rgba, null), RenderedPixels.Of(bgra, null));
        Assert.Equal(RenderedPixels.Of(rgba, null), RenderedPixels.Of(bgra, PixelOrder.Bgra));
    }

    [Fact]
    public void Tiles_cover_a_window_once()
    {
        var window = new OfxRectI { x1 = -7, y1 = 3, x2 = 12, y2 = 30 };
        var covered = new HashSet<(int, int)>();
        foreach (OfxRectI tile in FrameTiles.Of(window))
        {
            for (int y = tile.y1; y < tile.y2; y++)
            {
                for (int x = tile.x1; x < tile.x2; x++)
                    Assert.True(covered.Add((x, y)));
            }
        }

        Assert.Equal(19 * 27, covered.Count);
    }

    [Fact]
    public void A_write_between_rows_is_seen()
    {
        using var image = new HostImage(Probe.Rectangle(0, 0, 4, 4), BitDepth.Byte, PixelComponents.Rgba, RowOrder.BottomUp, rowPadding: 8);
        Assert.True(image.GuardsIntact);
        System.Runtime.InteropServices.Marshal.WriteByte(image.Data, (4 * 4) + 3, 0);
        Assert.False(image.GuardsIntact);
    }

    private static void RenderFrames(HostProfile profile, int frames)
    {
        using OfxBundle bundle = Probe.Load(profile);
        using var plate = new PictureSource(Picture.TestPattern(8, 8), new PictureForm(), profile);
        using RenderSession session = Start(bundle, plate);
        for (int frame = 0; frame < frames; frame++)
        {
            (RenderOutcome outcome, HostImage image) = Trials.Render(session, plate, Full, 0);
            Assert.True(outcome.Succeeded, outcome.Failure);
            image.Dispose();
        }
    }

    private static RenderSession Start(OfxBundle bundle, PictureSource plate) => new(
        bundle.Plugins[0],
        OfxContexts.kOfxImageEffectContextFilter,
        new ProjectSettings { Width = 8, Height = 8 },
        instance => instance.Clips["Source"].Bind(plate));
}
