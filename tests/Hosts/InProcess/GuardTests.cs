using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.InProcess;

/// <summary>What an exception in a plug-in becomes at the C boundary.</summary>
public sealed class GuardTests
{
    private static readonly OfxRectI Bounds = new() { x1 = 0, y1 = 0, x2 = 4, y2 = 4 };

    [Theory]
    [InlineData(1, OfxStatus.kOfxStatErrFormat, "The format is wrong; use another.")]
    [InlineData(2, OfxStatus.kOfxStatErrMemory, null)]
    [InlineData(3, OfxStatus.kOfxStatFailed, "A bug.")]
    public void A_failed_render_leaves_its_reason_on_the_node(int failure, OfxStatus status, string? text)
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage picture = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using HostedInstance instance = Create(bundle, picture);
        instance.Params["failure"].Set(failure);

        RenderOutcome outcome = instance.Render(new RenderRequest(0, Bounds, picture));

        Assert.Equal(status, outcome.Status);
        Assert.NotNull(instance.Messages.Persistent);
        if (text is not null)
            Assert.Equal(text, instance.Messages.Persistent.Text);
    }

    [Fact]
    public void The_same_reason_is_told_once_and_taken_down_by_success()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage picture = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using HostedInstance instance = Create(bundle, picture);
        instance.Params["failure"].Set(3);

        instance.Render(new RenderRequest(0, Bounds, picture));
        instance.Render(new RenderRequest(1, Bounds, picture));
        Assert.Single(instance.Messages.All);

        instance.Params["failure"].Set(0);
        Assert.True(instance.Render(new RenderRequest(2, Bounds, picture)).Succeeded);
        Assert.Null(instance.Messages.Persistent);
    }

    [Fact]
    public void A_change_takes_the_reason_down_before_the_next_render()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage picture = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using HostedInstance instance = Create(bundle, picture);
        instance.Params["failure"].Set(3);
        instance.Render(new RenderRequest(0, Bounds, picture));
        Assert.NotNull(instance.Messages.Persistent);

        instance.Params["failure"].Set(1);
        Assert.Null(instance.Messages.Persistent);

        instance.Params["failure"].Set(3);
        instance.Render(new RenderRequest(0, Bounds, picture));
        Assert.Equal("A bug.", instance.Messages.Persistent?.Text);
    }

    [Fact]
    public void An_aborted_render_fails_without_a_word()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage picture = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using HostedInstance instance = Create(bundle, picture);
        instance.Params["failure"].Set(4);

        RenderOutcome outcome = instance.Render(new RenderRequest(0, Bounds, picture));

        Assert.Equal(OfxStatus.kOfxStatFailed, outcome.Status);
        Assert.Empty(instance.Messages.All);
    }

    [Fact]
    public void A_question_that_fails_gets_the_default_answer()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage picture = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        using HostedInstance instance = Create(bundle, picture);

        Assert.Null(instance.IsIdentity(0, Bounds));
        Assert.Empty(instance.Messages.All);
    }

    [Fact]
    public void A_parameter_defined_twice_fails_the_description_with_its_name()
    {
        using OfxBundle bundle = InProcessBinary.Open();

        Assert.Throws<HostException>(() => bundle[FailingPlugin.Id].DescribeInContext(OfxContexts.kOfxImageEffectContextGeneral));

        Assert.Contains(bundle[FailingPlugin.Id].Messages.All, message => message.Text.Contains("'failure'", StringComparison.Ordinal));
    }

    private static HostedInstance Create(OfxBundle bundle, HostImage picture) =>
        bundle[FailingPlugin.Id].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter,
            new ProjectSettings { Width = 4, Height = 4, FirstFrame = 0, LastFrame = 10 },
            instance => instance.Clips["Source"].Bind(new StillClipSource(picture)));
}
