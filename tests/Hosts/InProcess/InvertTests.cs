using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Description;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Tests.Sample;

namespace FaceFusion.Hosts.Tests.InProcess;

/// <summary>The sample effect, C# on both sides of the C interface: plug-in library and offline host.</summary>
public sealed class InvertTests
{
    private static readonly string Identifier = new InvertPlugin().Identifier;
    private static readonly OfxRectI Bounds = new() { x1 = -3, y1 = 2, x2 = 13, y2 = 9 };

    [Fact]
    public void Describes_itself_in_both_contexts()
    {
        using OfxBundle bundle = InProcessBinary.Open();

        HostDescription description = bundle[Identifier].Describe();

        Assert.Equal(
            [OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral],
            description.Contexts.Select(context => context.Context));
        ContextDescription filter = description.Contexts[0];
        Assert.Equal(["Source", "Output"], filter.Clips.Select(clip => clip.Name));
        Assert.Equal(["look", "mix", "channels", "pivot", "note", "reset", "controls"], filter.Params.Select(param => param.Name));
    }

    [Theory]
    [InlineData(RowOrder.BottomUp)]
    [InlineData(RowOrder.TopDown)]
    public void Inverts_float_pixels_whichever_row_lies_first(RowOrder order)
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage source = Ramp(order);
        using HostedInstance instance = Create(bundle, source);
        using HostImage output = new(Bounds, BitDepth.Float, PixelComponents.Rgba, order);
        instance.Params["mix"].Set(0.25);

        RenderOutcome outcome = instance.Render(new RenderRequest(3, Bounds, output));

        Assert.Null(outcome.Failure);
        Assert.Equal(0, outcome.UnreleasedImages);
        for (int y = Bounds.y1; y < Bounds.y2; y++)
        {
            for (int i = 0; i < source.Width * 4; i++)
            {
                float given = source.Row<float>(y)[i];
                float expected = i % 4 == 3 ? given : (float)(given + (0.25 * (1.0 - given - given)));
                Assert.Equal(expected, output.Row<float>(y)[i]);
            }
        }
    }

    [Fact]
    public void Renders_bytes_and_one_channel()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage source = new(Bounds, BitDepth.Byte, PixelComponents.Rgba);
        for (int y = Bounds.y1; y < Bounds.y2; y++)
            source.Row(y).Fill((byte)(y * 9));
        using HostedInstance instance = Create(bundle, source);
        using HostImage output = new(Bounds, BitDepth.Byte, PixelComponents.Rgba);
        instance.Params["channels"].Set(2);

        Assert.Null(instance.Render(new RenderRequest(0, Bounds, output)).Failure);

        Assert.Equal([18, 255 - 18, 18, 18], output.Row(2)[..4].ToArray());
    }

    [Fact]
    public void Is_its_source_when_nothing_is_mixed_in()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage source = Ramp(RowOrder.BottomUp);
        using HostedInstance instance = Create(bundle, source);

        Assert.Null(instance.IsIdentity(5, Bounds));
        instance.Params["mix"].Set(0.0);

        Assert.Equal(new IdentityReply("Source", 5), instance.IsIdentity(5, Bounds));
    }

    [Fact]
    public void A_pressed_button_writes_parameters()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage source = Ramp(RowOrder.BottomUp);
        using HostedInstance instance = Create(bundle, source);
        instance.Params["mix"].Set(0.5);
        instance.Params["channels"].Set(3);

        Assert.Equal(OfxStatus.kOfxStatOK, instance.Params["reset"].Press());

        Assert.Equal(1, instance.Params["mix"].Value.Numbers[0]);
        Assert.Equal(0, instance.Params["channels"].Value.Numbers[0]);
        Assert.Equal("reset", instance.Params["note"].Value.Text);
    }

    [Fact]
    public void Renders_of_one_instance_at_once_agree_to_the_bit()
    {
        using OfxBundle bundle = InProcessBinary.Open();
        using HostImage source = Ramp(RowOrder.BottomUp);
        using HostedInstance instance = Create(bundle, source);
        using HostImage alone = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        Assert.Null(instance.Render(new RenderRequest(0, Bounds, alone)).Failure);

        Parallel.For(0, 16, time =>
        {
            using HostImage output = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
            Assert.Null(instance.Render(new RenderRequest(time, Bounds, output)).Failure);
            for (int y = Bounds.y1; y < Bounds.y2; y++)
                Assert.True(alone.Row(y).SequenceEqual(output.Row(y)));
        });
    }

    private static HostedInstance Create(OfxBundle bundle, HostImage source) =>
        bundle[Identifier].CreateInstance(
            OfxContexts.kOfxImageEffectContextFilter,
            new ProjectSettings { Width = source.Width, Height = source.Height, FirstFrame = 0, LastFrame = 100 },
            instance => instance.Clips["Source"].Bind(new StillClipSource(source, new ClipFormat { FirstFrame = 0, LastFrame = 100 })));

    private static HostImage Ramp(RowOrder order)
    {
        HostImage image = new(Bounds, BitDepth.Float, PixelComponents.Rgba, order, rowPadding: 16);
        for (int y = Bounds.y1; y < Bounds.y2; y++)
        {
            Span<float> row = image.Row<float>(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = (y * 0.5f) + (i * 0.01f);
        }

        return image;
    }
}
