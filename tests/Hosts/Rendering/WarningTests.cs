using FaceFusion.Host.Clips;
using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>What the artist is told of an identity that serves, but not well.</summary>
[Collection(BundleCollection.Name)]
public sealed class WarningTests(BuiltBundle bundle)
{
    [SkippableFact]
    public void An_identity_file_with_two_faces_is_warned_of_once()
    {
        using TemporaryFolder folder = new();
        using HostImage two = Plates.SideBySide(Plates.Person, Plates.OtherPerson, BitDepth.Byte);
        string path = folder.File("two.png");
        ushort[] samples = new ushort[two.Width * two.Height * 4];
        for (int y = 0; y < two.Height; y++)
        {
            ReadOnlySpan<byte> row = two.Row(two.Height - 1 - y);
            for (int i = 0; i < row.Length; i++)
                samples[(y * row.Length) + i] = row[i];
        }

        File.WriteAllBytes(path, PngWriter.Encode(two.Width, two.Height, PngColour.Rgba, 8, samples));
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, path);
        shot.Render().Dispose();
        shot.Render("Matte").Dispose();
        HostMessage message = Assert.Single(shot.Instance.Messages.All);
        Assert.Equal(OfxMessageTypes.kOfxMessageWarning, message.Type);
        Assert.Contains("2 faces", message.Text, StringComparison.Ordinal);
        Assert.False(message.IsPersistent);

        using Shot another = new(bundle, plate, path);
        another.Render().Dispose();
        Assert.Empty(another.Instance.Messages.All);
    }

    [SkippableFact]
    public void A_good_identity_is_not()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, Plates.Identity);
        shot.Render().Dispose();
        Assert.Empty(shot.Instance.Messages.All);
    }
}
