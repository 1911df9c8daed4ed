using System.Runtime.InteropServices;
using System.Text.Json;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>People of a plate who are replaced by who they are, with real faces and networks.</summary>
public sealed class PeopleSwapTests : IDisposable
{
    private const string First = "m_easian", Second = "m_white";

    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly TemporaryFolder _folder = new();

    public PeopleSwapTests() => NodeModels.Use();

    [SkippableFact]
    public void One_person_is_replaced_wherever_they_stand_and_nobody_where_they_are_not()
    {
        using People plate = new("AB", "BA", " B");
        using HostedInstance node = Create(plate);
        node.Params["personFile"].Set(Photo("022"));
        for (int frame = 1; frame <= 3; frame++)
        {
            using HostImage result = Render(node, plate, frame);
            Assert.Equal(frame == 1, IsChanged(plate[frame], result, 0));
            Assert.Equal(frame == 2, IsChanged(plate[frame], result, 1));
        }

        node.Params["personDistance"].Set(0.0);
        using HostImage none = Render(node, plate, 1);
        Assert.False(IsChanged(plate[1], none, 0) || IsChanged(plate[1], none, 1));
    }

    [SkippableFact]
    public void Two_people_get_their_own_identities_in_one_pass_and_change_places_with_them()
    {
        using People plate = new("AB", "BA");
        using HostedInstance node = Create(plate);
        node.Params["personFile"].Set(Photo("022"));
        node.Params["personFile2"].Set(Photo("063"));
        node.Params["personIdentity2"].Set(Composite(Second));
        node.Params["frameDataFile"].Set(_folder.File("####.json"));
        foreach (int frame in (int[])[1, 2])
        {
            using HostImage result = Render(node, plate, frame);
            for (int place = 0; place < 2; place++)
            {
                Assert.True(IsChanged(plate[frame], result, place));
                FaceEmbedding seen = Embedding(result, place);
                bool isA = place == 0 == (frame == 1);
                double own = seen.Cosine(Identity(isA ? First : Second)), other = seen.Cosine(Identity(isA ? Second : First));
                Assert.True(own > other + 0.1, $"place {place} of frame {frame}: {own:0.00} and {other:0.00}");
            }
        }

        using JsonDocument data = JsonDocument.Parse(File.ReadAllBytes(_folder.File("0002.json")));
        Assert.Equal(2, data.RootElement.GetProperty("faces").GetArrayLength());
        foreach (JsonElement face in data.RootElement.GetProperty("faces").EnumerateArray())
            Assert.Equal(face.GetProperty("box")[0].GetDouble() < People.Side ? 2 : 1, face.GetProperty("person").GetInt32());
        Assert.All(data.RootElement.GetProperty("people").EnumerateArray(), person => Assert.True(person.GetProperty("isPerson").GetBoolean()));
    }

    [SkippableFact]
    public void A_remembered_face_is_the_person_until_another_recogniser_looks()
    {
        using People plate = new("AB", "BA");
        using HostedInstance node = Create(plate);
        node.Params["faceOrder"].Parse("Largest");
        node.Params["facePoint"].Set(People.Middle(1).x, People.Middle(1).y);
        node.TimeLine.Time = 1;
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["rememberPerson"].Press());
        Assert.Equal((int)FaceOrder.Person, node.Params["faceOrder"].Value.Numbers[0]);
        using HostImage result = Render(node, plate, 2);
        Assert.True(IsChanged(plate[2], result, 0));
        Assert.False(IsChanged(plate[2], result, 1));

        string kept = node.Params["personFace"].Value.Text;
        node.Params["personFace"].Set("0123456789abcdef" + kept[16..]);
        Assert.Contains("another recogniser", Failure(node, plate), StringComparison.Ordinal);
        node.Params["personFace"].Set(kept[..^3]);
        Assert.Contains("remember the person again", Failure(node, plate), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void What_is_missing_is_said()
    {
        using People plate = new("AB");
        using HostedInstance node = Create(plate);
        Assert.Contains("set Person to a photo", Failure(node, plate), StringComparison.Ordinal);
        node.Params["personFile"].Set(Photo("022"));
        node.Params["personIdentity3"].Set(Composite(Second));
        Assert.Contains("set Person 3 to a photo", Failure(node, plate), StringComparison.Ordinal);
        node.Params["personFile3"].Set(Photo("063"));
        node.Params["personIdentity3"].Set("");
        Assert.Contains("set Identity of person 3", Failure(node, plate), StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_comes_back_from_its_text()
    {
        string sha256 = new('a', 64);
        FaceEmbedding face = new([0.25f, -1, 3]);
        Assert.Equal(face.Values.ToArray(), RememberedFace.Read(RememberedFace.Text(face, sha256), sha256, 1).Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    private static string Composite(string name) => SharedMaterial.Require($"pictures/composite/{name}.jpg");

    private static string Photo(string name) => SharedMaterial.Require($"pictures/london_smiling/{name}.jpg");

    private static FaceEmbedding Identity(string name) => NodeEngine.Instance.LoadIdentity(Composite(name)).Embedding;

    private HostedInstance Create(People plate)
    {
        HostedInstance node = NodeBinary.Create(_bundle, plate);
        node.Params["identityFile"].Set(Composite(First));
        node.Params["faceOrder"].Parse("Person");
        return node;
    }

    private static HostImage Render(HostedInstance node, People plate, int frame)
    {
        HostImage result = new(plate[frame].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
        RenderOutcome outcome = node.Render(new RenderRequest(frame, result.Bounds, result));
        Assert.True(outcome.Succeeded, outcome.Failure);
        return result;
    }

    private static string Failure(HostedInstance node, People plate)
    {
        using HostImage result = new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
        RenderOutcome outcome = node.Render(new RenderRequest(1, result.Bounds, result));
        Assert.False(outcome.Succeeded);
        return outcome.Failure!;
    }

    private static FaceEmbedding Embedding(HostImage image, int place)
    {
        PixelView pixels = new(image.Data + (image.Height - 1) * (nint)image.RowBytes, -image.RowBytes, image.Width, image.Height, SampleFormat.UInt8, PixelLayout.Rgba);
        FrameView frame = new(pixels.Crop(new RectI(place * People.Side, 0, (place + 1) * People.Side, People.Side)), NetworkSpace.Working, Premultiplied: false);
        return NodeEngine.Instance.Embed(frame, Assert.Single(NodeEngine.Instance.FindFaces(frame)));
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
