using System.Runtime.InteropServices;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Parameters;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Commands;

/// <summary>Each of the people followed through a shot, and put in where they were found.</summary>
public sealed class AnalysePeopleTests : IDisposable
{
    private static readonly string[] Track = ["personPoint", "personPoint2", "personFrames", "personFrames2", "leftOut"];

    private readonly OfxBundle _bundle = NodeBinary.Open();

    public AnalysePeopleTests() => NodeModels.Use();

    [SkippableFact]
    public void Two_people_who_change_places_and_go_are_each_followed_and_replaced_where_they_are()
    {
        using People plate = new("AB", " B", "BA", "  ");
        using HostedInstance node = Create(plate);
        Analyse(node, time: 1);
        Assert.Equal("Frames 1 to 4: person 1 is in 2 of 4 frames, person 2 is in 3 of 4 frames", node.Params["analysis"].Value.Text);
        Assert.Equal((int)Fusion.FaceOrder.Person, node.Params["faceOrder"].Value.Numbers[0]);
        Assert.Equal(("1, 3", "1-3", "4"), (Text(node, "personFrames"), Text(node, "personFrames2"), Text(node, "leftOut")));
        CheckPlaces(node, "personPoint", (1, 0), (3, 1));
        CheckPlaces(node, "personPoint2", (1, 1), (2, 1), (3, 0));

        // From here on who they are tells nothing: without the track nobody would be found.
        node.Params["personDistance"].Set(0.0);
        HostImage[] forwards = [.. Enumerable.Range(1, 4).Select(frame => Render(node, plate, frame))];
        for (int frame = 1; frame <= 4; frame++)
        {
            Assert.Equal(frame is 1 or 3, IsChanged(plate[frame], forwards[frame - 1], 0));
            Assert.Equal(frame <= 3, IsChanged(plate[frame], forwards[frame - 1], 1));
        }

        // Another node with the same track, its frames in another order.
        using HostedInstance other = Create(plate);
        other.Params["personDistance"].Set(0.0);
        Copy(node, other);
        NodeEngine.Purge();
        foreach (int frame in (int[])[3, 1, 4, 2])
        {
            using HostImage again = Render(other, plate, frame);
            for (int y = again.Bounds.y1; y < again.Bounds.y2; y++)
                Assert.True(forwards[frame - 1].Row(y).SequenceEqual(again.Row(y)), $"frame {frame}, row {y}");
        }

        foreach (HostImage image in forwards)
            image.Dispose();
    }

    [SkippableFact]
    public void Analysed_in_a_frame_without_them_they_are_found_where_they_are()
    {
        using People plate = new("  ", "A ", "BA");
        using HostedInstance node = Create(plate);
        Analyse(node, time: 1);
        Assert.Equal(("2-3", "3", "1"), (Text(node, "personFrames"), Text(node, "personFrames2"), Text(node, "leftOut")));
    }

    [SkippableFact]
    public void Another_person_has_no_track_any_more()
    {
        using People plate = new("AB", "BA");
        using HostedInstance node = Create(plate);
        Analyse(node, time: 1);
        Assert.Equal("1-2", Text(node, "personFrames"));
        node.Params["personFile"].Set(Photo("063"));
        Assert.Equal(("", "1-2"), (Text(node, "personFrames"), Text(node, "personFrames2")));
        Assert.Empty(node.Params["personPoint"].Keys);

        node.Params["facePoint"].Set(People.Middle(0).x, People.Middle(0).y);
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["rememberPerson2"].Press());
        Assert.Equal("", Text(node, "personFrames2"));
    }

    [SkippableFact]
    public void What_cannot_be_is_said_and_changes_nothing()
    {
        using People plate = new("  ", "  ");
        using HostedInstance node = Create(plate);
        Assert.Equal(OfxStatus.kOfxStatFailed, node.Params["analyse"].Press());
        Assert.Contains("None of the people is in this shot", node.Messages.All[^1].Text, StringComparison.Ordinal);

        node.Progress = report => report.Fraction < 0.5;
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["analyse"].Press());
        Assert.Equal("Cancelled", Text(node, "analysis"));
        Assert.All(Track[2..], name => Assert.Equal("", Text(node, name)));

        node.Params["personFrames2"].Set("seven");
        using HostImage result = Image(plate);
        RenderOutcome outcome = node.Render(new RenderRequest(1, result.Bounds, result));
        Assert.Equal("'seven' in Frames of person 2 is no frame; write frames and ranges such as 12-19, 40.", outcome.Failure);
    }

    public void Dispose() => _bundle.Dispose();

    private static string Photo(string name) => SharedMaterial.Require($"pictures/london_smiling/{name}.jpg");

    private static string Text(HostedInstance node, string name) => node.Params[name].Value.Text;

    private HostedInstance Create(People plate)
    {
        HostedInstance node = NodeBinary.Create(_bundle, plate);
        node.Params["identityFile"].Set(SharedMaterial.Require("pictures/composite/m_easian.jpg"));
        node.Params["faceOrder"].Parse("Person");
        node.Params["personFile"].Set(Photo("022"));
        node.Params["personFile2"].Set(Photo("063"));
        node.Params["personIdentity2"].Set(SharedMaterial.Require("pictures/composite/m_white.jpg"));
        node.Params["shape"].Set(0.0);
        return node;
    }

    private static void Analyse(HostedInstance node, int time)
    {
        node.TimeLine.Time = time;
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["analyse"].Press());
    }

    private static void CheckPlaces(HostedInstance node, string point, params (int Frame, int Place)[] places)
    {
        Assert.Equal(places.Select(place => (double)place.Frame), node.Params[point].Keys.Select(key => key.Time));
        foreach ((ParamKey key, (_, int place)) in node.Params[point].Keys.Zip(places))
            Assert.Equal(People.Middle(place).x, key.Value.Numbers[0], 60.0);
    }

    private static void Copy(HostedInstance from, HostedInstance to)
    {
        foreach (string name in Track)
        {
            if (from.Params[name].Keys.Count == 0)
                to.Params[name].Set(from.Params[name].Value);
            foreach (ParamKey key in from.Params[name].Keys)
                to.Params[name].SetAt(key.Time, key.Value);
        }
    }

    private static HostImage Image(People plate) => new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };

    private static HostImage Render(HostedInstance node, People plate, int frame)
    {
        HostImage result = Image(plate);
        RenderOutcome outcome = node.Render(new RenderRequest(frame, result.Bounds, result));
        Assert.True(outcome.Succeeded, outcome.Failure);
        return result;
    }

    private static bool IsChanged(HostImage before, HostImage after, int place)
    {
        int changes = 0;
        for (int y = before.Bounds.y1; y < before.Bounds.y2; y++)
        {
            ReadOnlySpan<uint> first = MemoryMarshal.Cast<byte, uint>(before.Row(y)), second = MemoryMarshal.Cast<byte, uint>(after.Row(y));
            for (int x = place * People.Side; x < (place + 1) * People.Side; x++)
                changes += first[x] != second[x] ? 1 : 0;
        }

        return changes > 1000;
    }
}
