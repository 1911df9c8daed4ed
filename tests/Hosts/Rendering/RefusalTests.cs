using FaceFusion.Host.Clips;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>What cannot be rendered fails with a sentence that names the thing and the remedy.</summary>
[Collection(BundleCollection.Name)]
public sealed class RefusalTests(BuiltBundle bundle)
{
    [SkippableFact]
    public void Without_an_identity()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, identity: null);
        string reason = shot.Refusal();
        Assert.Contains("No identity", reason, StringComparison.Ordinal);
        Assert.Contains("Identity file", reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void With_an_identity_file_that_is_not_there()
    {
        using TemporaryFolder folder = new();
        CheckIdentity(folder.File("nobody.jpg"));
    }

    [SkippableFact]
    public void With_an_identity_that_is_no_picture()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("letter.jpg");
        File.WriteAllText(path, "This is a letter.");
        CheckIdentity(path);
    }

    [SkippableFact]
    public void With_an_identity_without_a_face()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("wall.png");
        ushort[] samples = new ushort[128 * 128 * 3];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = (ushort)(i / 3 % 128);
        File.WriteAllBytes(path, PngWriter.Encode(128, 128, PngColour.Rgb, 8, samples));
        CheckIdentity(path);
    }

    [SkippableFact]
    public void A_refusal_is_forgotten_once_the_identity_is_good()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, identity: null);
        shot.Refusal();
        Assert.Contains("No identity", shot.Instance.Messages.Persistent?.Text, StringComparison.Ordinal);
        shot.Instance.Params["identityFile"].Set(Plates.Identity);
        using HostImage result = shot.Render();
        Assert.Null(shot.Instance.Messages.Persistent);
    }

    private void CheckIdentity(string path)
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, path);
        Assert.Contains(Path.GetFileName(path), shot.Refusal(), StringComparison.Ordinal);
    }
}
