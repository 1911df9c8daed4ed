using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Interacts;
using FaceFusion.Host.Parameters;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Commands;

/// <summary>Choosing a face by a click, by the button and through a shot.</summary>
public sealed class PickTests : IDisposable
{
    private static readonly OfxPointD Pixel = new() { x = 2, y = 2 };

    private readonly OfxBundle _bundle = NodeBinary.Open(NodeBinary.Interactive);

    public PickTests() => NodeModels.Use();

    [SkippableFact]
    public void A_click_on_a_face_picks_it_and_the_swap_follows()
    {
        using People plate = new("AB");
        using HostedInstance node = Create(plate);
        using HostedInteract overlay = node.CreateOverlay()!;
        for (int place = 0; place < 2; place++)
        {
            Assert.Equal(OfxStatus.kOfxStatOK, overlay.Pen(OfxActions.kOfxInteractActionPenDown, 1, Pixel, People.Middle(place)));
            Assert.Equal(OfxStatus.kOfxStatOK, overlay.Pen(OfxActions.kOfxInteractActionPenUp, 1, Pixel, People.Middle(place)));
            Assert.Equal("Picked 6", node.Params["faceOrderName"].Value.Text);
            using HostImage result = Render(node, plate, 1);
            Assert.True(Changes(plate[1], result, place) > 1000);
            Assert.Equal(0, Changes(plate[1], result, 1 - place));
        }
    }

    [SkippableFact]
    public void A_click_beside_the_faces_is_left_to_the_host()
    {
        using People plate = new("AB");
        using HostedInstance node = Create(plate);
        using HostedInteract overlay = node.CreateOverlay()!;
        Assert.Equal(OfxStatus.kOfxStatReplyDefault, overlay.Pen(OfxActions.kOfxInteractActionPenDown, 1, Pixel, new OfxPointD { x = -99, y = 41 }));
        Assert.Equal(OfxStatus.kOfxStatReplyDefault, overlay.Pen(OfxActions.kOfxInteractActionPenUp, 1, Pixel, new OfxPointD { x = -99, y = 41 }));
        Assert.Equal(0, node.Params["faceOrder"].Value.Numbers[0]);

        node.Params["showFaces"].Set(false);
        Assert.Equal(OfxStatus.kOfxStatReplyDefault, overlay.Pen(OfxActions.kOfxInteractActionPenDown, 1, Pixel, People.Middle(0)));
    }

    [SkippableFact]
    public void The_overlay_shows_the_faces_of_a_rendered_frame_and_which_is_replaced()
    {
        using People plate = new("AB");
        using HostedInstance node = Create(plate);
        using HostedInteract overlay = node.CreateOverlay()!;
        node.Params["faceOrder"].Parse("From right");
        Assert.Empty(overlay.Draw(1, Pixel));
        Render(node, plate, 1).Dispose();

        IReadOnlyList<DrawCommand> drawn = overlay.Draw(1, Pixel);
        DrawCommand[] boxes = [.. drawn.Where(command => command.Primitive == OfxDrawPrimitive.kOfxDrawPrimitiveLineLoop && command.Points.Count == 4)];
        Assert.Equal(2, boxes.Length);
        foreach (DrawCommand box in boxes)
        {
            bool isRight = box.Points[0].x > People.Middle(0).x + People.Side / 2.0;
            OfxPointD middle = People.Middle(isRight ? 1 : 0);
            Assert.InRange((box.Points[0].x + box.Points[2].x) / 2, middle.x - 100, middle.x + 100);
            Assert.InRange((box.Points[0].y + box.Points[2].y) / 2, middle.y - 120, middle.y + 120);
            Assert.Equal(isRight, box.Colour.g > 0.9f && box.Colour.r < 0.5f);
        }

        // The outline, both eyes and the lips of the one that is replaced; five points of each.
        Assert.Equal(4, drawn.Count(command => command.Primitive == OfxDrawPrimitive.kOfxDrawPrimitiveLineLoop && command.Points.Count > 4));
        Assert.Equal(10, drawn.Count(command => command.Primitive == OfxDrawPrimitive.kOfxDrawPrimitiveLines));
        Assert.Contains(drawn, command => command.Text.StartsWith("eyes ", StringComparison.Ordinal));

        node.Params["showFaces"].Set(false);
        Assert.Empty(overlay.Draw(1, Pixel));
    }

    [SkippableFact]
    public void Without_a_draw_suite_or_viewers_there_is_no_overlay()
    {
        using People plate = new("AB");
        foreach (HostProfile profile in (HostProfile[])
            [NodeBinary.Interactive with { Suites = NodeBinary.Interactive.Suites.Where(suite => suite.Name != OfxSuiteNames.kOfxDrawSuite).ToHashSet() },
             NodeBinary.Interactive with { SupportsOverlays = false }])
        {
            using OfxBundle bundle = NodeBinary.Open(profile);
            using HostedInstance node = NodeBinary.Create(bundle, plate);
            Assert.Equal(0, node.Properties.GetPointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2));
            Assert.Null(node.CreateOverlay());
        }
    }

    [SkippableFact]
    public void The_button_picks_what_is_replaced_then_one_after_another()
    {
        using People plate = new("AB");
        using HostedInstance node = Create(plate);
        node.Params["faceOrder"].Parse("From right");
        double[] picked = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            Assert.Equal(OfxStatus.kOfxStatOK, node.Params["pickFace"].Press());
            return node.Params["facePoint"].Value.Numbers[0];
        })];
        Assert.Equal(People.Middle(1).x, picked[0], 60.0);
        Assert.Equal(People.Middle(0).x, picked[1], 60.0);
        Assert.Equal(picked[0], picked[2]);
    }

    [SkippableFact]
    public void Analyse_stays_with_a_person_who_changes_sides_and_goes_away()
    {
        using People plate = new("AB", "AB", " B", "BA", "BA");
        using HostedInstance node = Create(plate);
        node.Params["faceOrder"].Parse("From left");
        node.TimeLine.Time = 2;
        List<double> progress = [];
        node.Progress = report =>
        {
            progress.Add(report.Fraction);
            return true;
        };
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["analyse"].Press());

        Assert.Equal([1, 2, 4, 5], node.Params["facePoint"].Keys.Select(key => key.Time));
        foreach (ParamKey key in node.Params["facePoint"].Keys)
            Assert.Equal(People.Middle(key.Time < 3 ? 0 : 1).x, key.Value.Numbers[0], 60.0);
        Assert.Equal(6, node.Params["faceOrder"].Value.Numbers[0]);
        Assert.StartsWith("Frames 1 to 5: the face is in 4 of 5 frames", node.Params["analysis"].Value.Text, StringComparison.Ordinal);
        Assert.Equal("3", node.Params["leftOut"].Value.Text);
        Assert.Equal(progress.Order(), progress);

        foreach (int frame in (int[])[1, 5])
        {
            using HostImage result = Render(node, plate, frame);
            int place = frame < 3 ? 0 : 1;
            Assert.True(Changes(plate[frame], result, place) > 1000);
            Assert.Equal(0, Changes(plate[frame], result, 1 - place));
        }

        // Where the person isn't, nobody else is taken for them.
        node.Params["facePoint"].SetAt(3, ParamValue.OfReals(People.Middle(0).x, People.Middle(0).y));
        foreach (string leftOut in (string[])["3", ""])
        {
            node.Params["leftOut"].Parse(leftOut);
            using HostImage away = Render(node, plate, 3);
            Assert.Equal(0, Changes(plate[3], away, 0) + Changes(plate[3], away, 1));
        }

        // Analysed again from a frame that was left out before, it is looked for there; picked there, the frame counts again.
        node.Params["leftOut"].Parse("1-3");
        node.TimeLine.Time = 2;
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["pickFace"].Press());
        Assert.Equal("1, 3", node.Params["leftOut"].Value.Text);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_picked_point_means_the_same_in_a_proxy(int place)
    {
        using People plate = new("AB");
        plate.Halve();
        using HostedInstance node = Create(plate);
        node.Params["facePoint"].Set(People.Middle(place).x, People.Middle(place).y);
        node.Params["faceOrder"].Parse("Picked");
        using HostImage result = new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
        RenderOutcome outcome = node.Render(new RenderRequest(1, result.Bounds, result) { RenderScale = new OfxPointD { x = 0.5, y = 0.5 } });
        Assert.True(outcome.Succeeded, outcome.Failure);

        int[] changes = new int[2];
        for (int y = result.Bounds.y1; y < result.Bounds.y2; y++)
        {
            for (int x = 0; x < result.Width; x++)
                changes[x < result.Width / 2 ? 0 : 1] += plate[1].Row(y)[4 * x] != result.Row(y)[4 * x] ? 1 : 0;
        }

        Assert.True(changes[place] > 500);
        Assert.Equal(0, changes[1 - place]);
    }

    [SkippableFact]
    public void A_cancelled_analysis_changes_nothing()
    {
        using People plate = new("AB", "AB", "AB", "AB");
        using HostedInstance node = Create(plate);
        node.Progress = report => report.Fraction < 0.5;
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["analyse"].Press());
        Assert.Equal("Cancelled", node.Params["analysis"].Value.Text);
        Assert.Empty(node.Params["facePoint"].Keys);
        Assert.Equal(0, node.Params["faceOrder"].Value.Numbers[0]);
    }

    [SkippableTheory]
    [InlineData("pickFace", "no face in this frame")]
    [InlineData("analyse", "no chosen face")]
    public void Where_nobody_is_the_buttons_say_so(string button, string reason)
    {
        using People plate = new("  ");
        using HostedInstance node = Create(plate);
        Assert.Equal(OfxStatus.kOfxStatFailed, node.Params[button].Press());
        Assert.Contains(reason, node.Messages.All[^1].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Reload_reads_a_file_whose_date_has_not_changed()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("identity.jpg");
        File.Copy(SharedMaterial.Require("pictures/composite/m_easian.jpg"), file);
        DateTime date = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(file, date);
        using People plate = new("A ");
        using HostedInstance node = Create(plate, file);
        using HostImage before = Render(node, plate, 1);

        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["reloadIdentity"].Press());
        Assert.Equal(1, node.Params["reloads"].Value.Numbers[0]);
        using HostImage same = Render(node, plate, 1);
        Assert.Equal(0, Changes(before, same, 0));

        File.WriteAllText(file, "no picture any more");
        Assert.Equal(OfxStatus.kOfxStatFailed, node.Params["reloadIdentity"].Press());
        Assert.Contains("identity.jpg", node.Messages.All[^1].Text, StringComparison.Ordinal);
    }

    public void Dispose() => _bundle.Dispose();

    private HostedInstance Create(People plate, string? identity = null)
    {
        HostedInstance node = NodeBinary.Create(_bundle, plate);
        node.Params["identityFile"].Set(identity ?? SharedMaterial.Require("pictures/composite/m_easian.jpg"));
        node.Params["shape"].Set(0.0);
        return node;
    }

    private static HostImage Render(HostedInstance node, People plate, int frame)
    {
        HostImage result = new(plate[frame].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
        RenderOutcome outcome = node.Render(new RenderRequest(frame, result.Bounds, result));
        Assert.True(outcome.Succeeded, outcome.Failure);
        return result;
    }

    // How many bytes of one of the two places differ.
    private static int Changes(HostImage a, HostImage b, int place)
    {
        int changes = 0;
        for (int y = a.Bounds.y1; y < a.Bounds.y2; y++)
        {
            ReadOnlySpan<byte> first = a.Row(y).Slice(place * People.Side * 4, People.Side * 4), second = b.Row(y).Slice(place * People.Side * 4, People.Side * 4);
            for (int i = 0; i < first.Length; i++)
                changes += first[i] != second[i] ? 1 : 0;
        }

        return changes;
    }
}
