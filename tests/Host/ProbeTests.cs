using FaceFusion.Host.Clips;
using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests;

/// <summary>What a C plug-in finds of the host: the checks are the plug-in's own (native/probe.c).</summary>
public sealed class ProbeTests
{
    [Theory]
    [InlineData("checkValues")]
    [InlineData("checkKeys")]
    [InlineData("checkThreads")]
    [InlineData("checkHandles")]
    [InlineData("checkMemory")]
    public void The_plugin_finds_nothing_wrong(string button)
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 4, 4));
        using HostedInstance instance = Probe.CreateInstance(bundle, source);

        OfxStatus status = instance.Params[button].Press();

        Assert.DoesNotContain(instance.Messages.All, message => message.Type == OfxMessageTypes.kOfxMessageError);
        Assert.Equal(OfxStatus.kOfxStatOK, status);
    }

    [Fact]
    public void Messages_arrive_formatted()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 4, 4));
        using HostedInstance instance = Probe.CreateInstance(bundle, source);
        instance.Messages.Answer = question => question.Text == "really?";

        Assert.Equal(OfxStatus.kOfxStatOK, instance.Params["checkMessages"].Press());

        Assert.Equal(
            [
                new HostMessage(OfxMessageTypes.kOfxMessageMessage, "sum", "42|0.12 x", false),
                new HostMessage(OfxMessageTypes.kOfxMessageWarning, "stay", " 99.5%", true),
                new HostMessage(OfxMessageTypes.kOfxMessageError, string.Empty, "it stays", true),
                new HostMessage(OfxMessageTypes.kOfxMessageQuestion, "ask", "really?", false),
            ],
            instance.Messages.All);
        Assert.Equal("it stays", instance.Messages.Persistent?.Text);
    }

    [Fact]
    public void A_plugins_write_reaches_it_again_as_a_change()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 4, 4));
        using HostedInstance instance = Probe.CreateInstance(bundle, source);

        instance.Params["echo"].Set(21);

        Assert.Equal(42, instance.Params["changes"].Value.Numbers[0]);
        HostMessage heard = Assert.Single(instance.Messages.All);
        Assert.Equal(OfxValues.kOfxChangePluginEdited, heard.Text);
    }

    [Theory]
    [InlineData(RowOrder.BottomUp, 0)]
    [InlineData(RowOrder.TopDown, 0)]
    [InlineData(RowOrder.TopDown, 48)]
    public void Renders_whichever_row_lies_first(RowOrder order, int rowPadding)
    {
        OfxRectI bounds = Probe.Rectangle(-3, 2, 10, 9);
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(bounds, order, rowPadding);
        using HostedInstance instance = Probe.CreateInstance(bundle, source);
        using var output = new HostImage(bounds, BitDepth.Float, PixelComponents.Rgba, order);
        instance.Params["gain"].Set(0.5);

        OfxRectI window = Probe.Rectangle(-2, 3, 9, 8);
        RenderOutcome outcome = instance.Render(new RenderRequest(7, window, output));

        Assert.Null(outcome.Failure);
        Assert.True(outcome.Succeeded);
        Assert.Equal(0, outcome.UnreleasedImages);
        for (int y = bounds.y1; y < bounds.y2; y++)
        {
            for (int x = bounds.x1; x < bounds.x2; x++)
            {
                bool inside = x >= window.x1 && x < window.x2 && y >= window.y1 && y < window.y2;
                int at = 4 * (x - bounds.x1);
                Assert.Equal(inside ? source.Row<float>(y)[at] * 0.5f : 0, output.Row<float>(y)[at]);
            }
        }
    }

    [Fact]
    public void A_failed_render_carries_the_plugins_words()
    {
        using OfxBundle bundle = Probe.Load();
        using HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 4, 4));
        using HostedInstance instance = Probe.CreateInstance(bundle, source);
        using var output = new HostImage(source.Bounds, BitDepth.Float, PixelComponents.Rgba);
        instance.Params["fail"].Set(true);

        RenderOutcome outcome = instance.Render(new RenderRequest(7, source.Bounds, output));

        Assert.Equal(OfxStatus.kOfxStatFailed, outcome.Status);
        Assert.Equal("Frame 7 is refused; untick 'fail'.", outcome.Failure);
        Assert.Equal("Frame 7 is refused; untick 'fail'.", instance.Messages.Persistent?.Text);
    }
}
