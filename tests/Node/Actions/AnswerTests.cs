using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Actions;

/// <summary>What the node answers to the questions of a host, and renders where there is nothing to do.</summary>
public sealed class AnswerTests : IDisposable
{
    private static readonly OfxRectI Bounds = new() { x1 = -7, y1 = 3, x2 = 93, y2 = 83 };

    private readonly OfxBundle _bundle = NodeBinary.Open();

    [Fact]
    public void Only_the_frame_itself_is_needed_and_the_plate_s_frames_are_given()
    {
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate);
        Assert.Equal([new FrameSpan(7, 7)], node.GetFramesNeeded(7)["Source"]);
        Assert.Equal(new FrameSpan(5, 20), node.GetTimeDomain());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Other_frames_are_asked_for_where_a_host_has_them_alone(bool hasThem, int expected)
    {
        using OfxBundle bundle = NodeBinary.Open(HostProfile.Modern with { SupportsTemporalAccess = hasThem });
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate, bundle);
        Assert.Equal(expected, node.Properties.GetInteger(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess));
    }

    [Theory]
    [InlineData("mix=0", true)]
    [InlineData("mix=0.01", false)]
    [InlineData("mix=0;output=Debug", false)]
    [InlineData("mix=0;output=Matte", false)]
    public void Nothing_mixed_in_is_the_plate(string settings, bool isPlate) => CheckIdentity(settings, matte: null, isPlate);

    [Theory]
    [InlineData("leftOut=6", true)]
    [InlineData("leftOut=1-5, 7", false)]
    [InlineData("leftOut=-3 - 12", true)]
    [InlineData("leftOut=6;output=Debug", false)]
    [InlineData("leftOut=seven", false)]
    public void A_frame_left_out_is_the_plate(string settings, bool isPlate) => CheckIdentity(settings, matte: null, isPlate);

    [Fact]
    public void A_frame_left_out_is_rendered_to_the_plate_s_bits_where_no_host_asks()
    {
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate);
        node.Params["leftOut"].Parse("5");
        CheckRendersPlate(node, plate);
    }

    [Fact]
    public void A_list_of_frames_that_can_t_be_read_is_told_by_the_render()
    {
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate);
        node.Params["leftOut"].Parse("6, x");
        using HostImage result = new(Bounds, BitDepth.Float, PixelComponents.Rgba);
        RenderOutcome outcome = node.Render(new RenderRequest(6, Bounds, result));
        Assert.False(outcome.Succeeded);
        Assert.Contains(outcome.Messages, message => message.Text.Contains("'x'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", -7, 3, false)]
    [InlineData("", 92, 82, false)]
    [InlineData("", 93, 3, true)]
    [InlineData("", -7, 83, true)]
    [InlineData("useMatte=false", 93, 3, false)]
    [InlineData("invertMatte=true", 93, 3, false)]
    [InlineData("output=Debug", 93, 3, false)]
    public void Outside_a_matte_is_the_plate(string settings, int x, int y, bool isPlate)
    {
        using HostImage matte = new(new OfxRectI { x1 = x, y1 = y, x2 = x + 10, y2 = y + 10 }, BitDepth.Byte, PixelComponents.Alpha);
        CheckIdentity(settings, matte, isPlate);
    }

    [SkippableTheory]
    [InlineData(PixelComponents.Rgba)]
    [InlineData(PixelComponents.Rgb)]
    public void A_frame_without_a_face_is_rendered_to_the_plate_s_bits(PixelComponents components)
    {
        NodeModels.Use();
        using HostImage plate = Pattern(components);
        using HostedInstance node = Create(plate);
        node.Params["identityFile"].Set(SharedMaterial.Require("pictures/composite/m_easian.jpg"));
        CheckRendersPlate(node, plate);
    }

    [Fact]
    public void A_plate_of_one_channel_passes_through_without_an_identity()
    {
        using HostImage plate = Pattern(PixelComponents.Alpha);
        using HostedInstance node = Create(plate);
        CheckRendersPlate(node, plate);
    }

    [SkippableFact]
    public void A_face_under_a_black_matte_is_rendered_to_the_plate_s_bits()
    {
        NodeModels.Use();
        using People plate = new("A ");
        using HostImage matte = new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Alpha);
        using HostedInstance node = NodeBinary.Create(_bundle, plate);
        node.Clips[NodeNames.MatteClip].Bind(new StillClipSource(matte));
        node.Params["identityFile"].Set(SharedMaterial.Require("pictures/composite/m_easian.jpg"));
        node.Params["shape"].Set(0.0);
        CheckRendersPlate(node, plate[1]);
    }

    [Theory]
    [InlineData(OfxValues.kOfxImageFieldLower, 0)]
    [InlineData(OfxValues.kOfxImageFieldUpper, 1)]
    public void A_field_s_render_leaves_the_other_field_s_rows(string field, int parity)
    {
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate);
        node.Params["mix"].Set(0.0);
        using HostImage result = new(Bounds, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = plate.Premultiplication };
        for (int y = Bounds.y1; y < Bounds.y2; y++)
            result.Row<float>(y).Fill(-5);
        OfxRectI window = new() { x1 = -2, y1 = 8, x2 = 60, y2 = 71 };
        Assert.True(node.Render(new RenderRequest(6, window, result) { Field = field }).Succeeded);

        for (int y = Bounds.y1; y < Bounds.y2; y++)
        {
            bool isRendered = y >= window.y1 && y < window.y2 && y % 2 == parity;
            for (int x = Bounds.x1; x < Bounds.x2; x++)
            {
                int at = (x - Bounds.x1) * 4;
                Assert.Equal(isRendered && x >= window.x1 && x < window.x2 ? plate.Row<float>(y)[at] : -5, result.Row<float>(y)[at]);
            }
        }
    }

    public void Dispose() => _bundle.Dispose();

    private void CheckIdentity(string settings, HostImage? matte, bool isPlate)
    {
        using HostImage plate = Pattern(PixelComponents.Rgba);
        using HostedInstance node = Create(plate);
        if (matte is not null)
            node.Clips[NodeNames.MatteClip].Bind(new StillClipSource(matte, new ClipFormat { FirstFrame = 5, LastFrame = 20 }));
        foreach (string setting in settings.Split(';', StringSplitOptions.RemoveEmptyEntries))
            node.Params[setting.Split('=')[0]].Parse(setting.Split('=')[1]);
        Assert.Equal(isPlate ? new IdentityReply("Source", 6) : null, node.IsIdentity(6, Bounds));
    }

    private static void CheckRendersPlate(HostedInstance node, HostImage plate)
    {
        using HostImage result = new(plate.Bounds, plate.Depth, plate.Components) { Premultiplication = plate.Premultiplication };
        RenderOutcome outcome = node.Render(new RenderRequest(node.Project.FirstFrame, plate.Bounds, result));
        Assert.True(outcome.Succeeded, outcome.Failure);
        for (int y = plate.Bounds.y1; y < plate.Bounds.y2; y++)
            Assert.True(plate.Row(y).SequenceEqual(result.Row(y)), $"row {y}");
    }

    private HostedInstance Create(HostImage plate, OfxBundle? bundle = null) => (bundle ?? _bundle)[NodeNames.Plugin].CreateInstance(
        OfxContexts.kOfxImageEffectContextGeneral,
        new ProjectSettings { Width = plate.Width, Height = plate.Height, FirstFrame = 5, LastFrame = 20 },
        instance => instance.Clips[NodeNames.SourceClip].Bind(new StillClipSource(plate, new ClipFormat { FirstFrame = 5, LastFrame = 20 })));

    private static HostImage Pattern(PixelComponents components)
    {
        HostImage image = new(Bounds, BitDepth.Float, components, RowOrder.TopDown, rowPadding: 12)
        {
            Premultiplication = components == PixelComponents.Rgb ? Premultiplication.Opaque : Premultiplication.Premultiplied,
        };
        for (int y = Bounds.y1; y < Bounds.y2; y++)
        {
            Span<float> row = image.Row<float>(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = (y * 0.37f + i * 0.011f) % 1.5f;
        }

        return image;
    }
}
