using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Instances;

public sealed class HostedInstanceTests : ProbedInstance
{
    [Fact]
    public void The_wrong_output_format_is_said_so_before_rendering()
    {
        using var output = new HostImage(Bounds, BitDepth.Byte, PixelComponents.Rgba);
        HostException refused = Assert.Throws<HostException>(() => Instance.Render(new RenderRequest(0, Bounds, output)));
        Assert.Equal("The output image is Byte Rgba where the effect gives Float Rgba; allocate it so.", refused.Message);
    }

    [Fact]
    public void A_window_beyond_the_output_is_said_so_before_rendering()
    {
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        Assert.Throws<HostException>(() => Instance.Render(new RenderRequest(0, Probe.Rectangle(0, 0, 5, 4), output)));
    }

    [Fact]
    public void A_destroyed_instance_renders_no_more()
    {
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        Instance.Dispose();
        Assert.Throws<HostException>(() => Instance.Render(new RenderRequest(0, Bounds, output)));
    }

    [Fact]
    public void A_time_without_an_image_fails_the_render()
    {
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        RenderOutcome outcome = Instance.Render(new RenderRequest(101, Bounds, output));
        Assert.False(outcome.Succeeded);
        Assert.Equal("The plug-in answered kOfxStatFailed to the render without a message.", outcome.Failure);
    }

    [Fact]
    public void Every_image_got_goes_back_to_its_source()
    {
        var counting = new CountingSource(Source);
        Instance.Clips["Source"].Bind(counting);
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        for (int time = 0; time < 5; time++)
            Assert.True(Instance.Render(new RenderRequest(time, Bounds, output)).Succeeded);
        Assert.Equal((5, 5), (counting.Got, counting.Released));
    }

    [Fact]
    public void A_source_that_throws_fails_the_render_and_no_more()
    {
        Instance.Clips["Source"].Bind(new CountingSource(Source) { Throws = true });
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        RenderOutcome outcome = Instance.Render(new RenderRequest(0, Bounds, output));
        Assert.Equal(OfxStatus.kOfxStatFailed, outcome.Status);
        Assert.Equal("The source of clip 'Source' failed: the disk is gone", outcome.Failure);
    }

    [Fact]
    public void A_clip_says_what_it_is_connected_to()
    {
        HostedClip clip = Instance.Clips["Source"];
        clip.Bind(new StillClipSource(Source, new ClipFormat { FrameRate = 25, FirstFrame = 10, LastFrame = 20, Colourspace = "lin_rec709_srgb" }));
        Assert.Equal(1, clip.Properties.GetInteger(OfxClipProps.kOfxImageClipPropConnected));
        Assert.Equal(25, clip.Properties.GetReal(OfxImageEffectProps.kOfxImageEffectPropFrameRate));
        Assert.Equal([10, 20], clip.Properties.GetReals(OfxImageEffectProps.kOfxImageEffectPropFrameRange));
        Assert.Equal("lin_rec709_srgb", clip.Properties.GetText(OfxClipProps.kOfxImageClipPropColourspace));

        clip.Bind(null);
        Assert.Equal(0, clip.Properties.GetInteger(OfxClipProps.kOfxImageClipPropConnected));
        Assert.Equal(OfxBitDepths.kOfxBitDepthNone, clip.Properties.GetText(OfxImageEffectProps.kOfxImageEffectPropPixelDepth));
        Assert.Throws<HostException>(() => Instance.Clips["Output"].Bind(null));
    }

    [Fact]
    public void A_depth_the_effect_does_not_take_becomes_one_it_takes()
    {
        using var bytes = new HostImage(Bounds, BitDepth.Byte, PixelComponents.Rgb);
        Instance.Clips["Source"].Bind(new StillClipSource(bytes));
        ClipPreference preferred = Instance.ClipPreferences.Clips["Source"];
        Assert.Equal((BitDepth.Float, PixelComponents.Rgba), (preferred.Depth, preferred.Components));
        Assert.Equal(
            OfxBitDepths.kOfxBitDepthByte, Instance.Clips["Source"].Properties.GetText(OfxClipProps.kOfxImageClipPropUnmappedPixelDepth));

        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        RenderOutcome outcome = Instance.Render(new RenderRequest(1, Bounds, output));
        Assert.Equal("The source of clip 'Source' delivers Byte Rgb where the plug-in takes Float Rgba; convert it.", outcome.Failure);
    }

    [Fact]
    public void A_mandatory_clip_without_a_source_is_said_so()
    {
        Instance.Clips["Source"].Bind(null);
        using var output = new HostImage(Bounds, BitDepth.Float, PixelComponents.Rgba);
        HostException refused = Assert.Throws<HostException>(() => Instance.Render(new RenderRequest(1, Bounds, output)));
        Assert.Equal("Clip 'Source' isn't connected; give it a source.", refused.Message);
    }

    [Fact]
    public void Defaults_of_the_actions_are_the_specifications()
    {
        Assert.Equal(new OfxRectD { x2 = 4, y2 = 4 }, Instance.GetRegionOfDefinition(1));
        var region = new OfxRectD { x1 = 1, x2 = 2, y2 = 1 };
        Assert.Equal(region, Instance.GetRegionsOfInterest(1, region)["Source"]);
        Assert.Equal([new FrameSpan(5, 5)], Instance.GetFramesNeeded(5)["Source"]);
        Assert.Equal(new FrameSpan(0, 100), Instance.GetTimeDomain());
        Assert.Null(Instance.IsIdentity(1, Bounds));
    }

    [Fact]
    public void Changes_are_told_once_each()
    {
        int before = Instance.ChangesSent;
        Instance.Params["gain"].Set(2.0);
        Instance.Clips["Source"].Bind(new StillClipSource(Source));
        Instance.GoTo(3);
        Assert.Equal(before + 3, Instance.ChangesSent);
    }

    private sealed class CountingSource(HostImage image) : IClipSource
    {
        public ClipFormat Format => new() { FirstFrame = 0, LastFrame = 100 };

        public bool Throws { get; init; }

        public int Got { get; private set; }

        public int Released { get; private set; }

        public OfxRectD RegionOfDefinition(double time) => new() { x2 = image.Width, y2 = image.Height };

        public HostImage? GetImage(in ClipImageRequest request)
        {
            if (Throws)
                throw new IOException("the disk is gone");
            Got++;
            return image;
        }

        public void Release(HostImage given) => Released += ReferenceEquals(given, image) ? 1 : 0;
    }
}
