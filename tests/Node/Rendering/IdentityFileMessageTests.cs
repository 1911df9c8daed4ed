using FaceFusion.Fusion.Identity.Files;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Messages;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>What the host shows of an identity file's signature and consent.</summary>
public sealed class IdentityFileMessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly string _file;

    public IdentityFileMessageTests()
    {
        NodeModels.Use();
        _file = _folder.File("someone.ffid");
    }

    [SkippableFact]
    public void An_unsigned_file_is_rendered_and_reload_says_that_it_is_not_signed()
    {
        Write(new ConsentRecord("A. Person", "a test", new DateOnly(2099, 12, 31)));
        using People plate = new("A ");
        using HostedInstance node = Create(plate);
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["reloadIdentity"].Press());
        HostMessage told = node.Messages.All[^1];
        Assert.Equal(
            (OfxMessageTypes.kOfxMessageMessage, "Identity file 'someone.ffid': not signed; consent of A. Person for a test, until 2099-12-31."), (told.Type, told.Text));

        int before = node.Messages.All.Count;
        Assert.Null(Render(node, plate));
        Assert.Equal(before, node.Messages.All.Count);
    }

    [SkippableFact]
    public void A_signed_file_is_said_to_be_signed_by_whoever_it_was()
    {
        Write(new ConsentRecord("A. Person", "a test"), isSigned: true);
        using People plate = new("A ");
        using HostedInstance node = Create(plate);
        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["reloadIdentity"].Press());
        Assert.Equal("Identity file 'someone.ffid': signed, by whom isn't checked here; consent of A. Person for a test, until no end.", node.Messages.All[^1].Text);
    }

    [SkippableFact]
    public void A_consent_that_has_ended_is_a_warning_told_once()
    {
        Write(new ConsentRecord("A. Person", "a test", new DateOnly(2020, 1, 31)));
        using People plate = new("A ");
        using HostedInstance node = Create(plate);
        for (int times = 0; times < 2; times++)
            Assert.Null(Render(node, plate));
        HostMessage told = Assert.Single(node.Messages.All, message => message.Type == OfxMessageTypes.kOfxMessageWarning);
        Assert.Equal("The identity photo 'm_easian.jpg' may not be used any more: the consent of A. Person ended on 2020-01-31; ask for another.", told.Text);

        Assert.Equal(OfxStatus.kOfxStatOK, node.Params["reloadIdentity"].Press());
        Assert.Equal(OfxMessageTypes.kOfxMessageWarning, node.Messages.All[^1].Type);
        Assert.EndsWith("not signed; consent of A. Person for a test, until 2020-01-31.", node.Messages.All[^1].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_altered_file_is_refused_by_its_name()
    {
        Write(new ConsentRecord("A. Person", "a test"), isSigned: true);
        byte[] bytes = File.ReadAllBytes(_file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_file, bytes);
        using People plate = new("A ");
        using HostedInstance node = Create(plate);
        Assert.Equal($"The identity file '{_file}' can't be used (its content was altered); make it again with 'facefusion identity create'.", Render(node, plate));
    }

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    private void Write(ConsentRecord consent, bool isSigned = false)
    {
        IdentityFile file = NodeEngine.Instance.MakeIdentityFile("someone", "test", consent, [(SharedMaterial.Require("pictures/composite/m_easian.jpg"), 1)]);
        File.WriteAllBytes(_file, (isSigned ? file.WithSignature(new byte[64]) : file).Bytes.Span);
    }

    private HostedInstance Create(People plate)
    {
        HostedInstance node = NodeBinary.Create(_bundle, plate);
        node.Params["identityFile"].Set(_file);
        node.Params["shape"].Set(0.0);
        return node;
    }

    // Why it failed; null where it didn't.
    private static string? Render(HostedInstance node, People plate)
    {
        using HostImage result = new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
        return node.Render(new RenderRequest(1, result.Bounds, result)).Failure;
    }
}
