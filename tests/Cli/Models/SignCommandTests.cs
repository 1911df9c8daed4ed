using System.Security.Cryptography;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Cli.Tests.Models;

/// <summary>With a studio's key configured, only what the studio signed is run.</summary>
public sealed class SignCommandTests : IDisposable
{
    private readonly ModelsFixture _models = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task What_was_signed_is_run_and_nothing_else()
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        _models.Place("tiny_mesh.onnx", _models.OtherContent);
        Assert.Equal((0, ""), await Sign(ModelsFixture.Id));
        ModelLibrary library = Library();
        Assert.Equal(ModelsFixture.Id, library.Require(ModelsFixture.Id).Name);
        ModelException failure = Assert.Throws<ModelException>(() => library.FindOptional(ModelsFixture.OtherId));
        Assert.Contains("is in no manifest that is signed with the key of FACEFUSION_MODELS_KEY; have it listed and signed", failure.Message, StringComparison.Ordinal);
        Assert.Equal([ModelState.Present, ModelState.Unsigned], library.List().Select(status => status.State));
    }

    [Fact]
    public async Task A_manifest_without_a_signature_is_refused()
    {
        Assert.Equal((0, ""), await Sign(ModelsFixture.Id));
        File.Delete(FolderManifest.PathOf(_models.UserFolder) + StudioKey.SignatureSuffix);
        Assert.Contains("is not signed, but FACEFUSION_MODELS_KEY asks for the signature of", Assert.Throws<ModelException>(Library).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_manifest_and_another_studio_s_are_refused()
    {
        Assert.Equal((0, ""), await Sign(ModelsFixture.Id));
        string path = FolderManifest.PathOf(_models.UserFolder), text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("tiny face detector", "tiny face defector", StringComparison.Ordinal));
        Assert.Contains("was altered since it was signed, or signed with another key", Assert.Throws<ModelException>(Library).Message, StringComparison.Ordinal);

        File.WriteAllText(path, text);
        _ = Library();
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        StudioKey theirs = StudioKey.Read(_models.Write("theirs.pem", System.Text.Encoding.ASCII.GetBytes(other.ExportSubjectPublicKeyInfoPem())));
        Assert.Throws<ModelException>(() => FolderManifest.Merge([_models.UserFolder], _models.Manifest, theirs));
    }

    [Fact]
    public async Task A_file_that_is_no_key_is_named()
    {
        string noKey = _models.Write("no.pem", "hello"u8.ToArray());
        ModelsFixture.Outcome outcome = await _models.Run("sign", "--key", noKey);
        Assert.Equal((1, $"facefusion: The file '{noKey}' is no private key on the curve P-256 in PEM; give one with --key.{Environment.NewLine}"), (outcome.ExitCode, outcome.Error));
        Assert.Contains("is no public key on the curve P-256 in PEM", Assert.Throws<ModelException>(() => StudioKey.Read(noKey)).Message, StringComparison.Ordinal);
        using ECDsa longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ModelException>(() => StudioKey.Read(_models.Write("longer.pem", System.Text.Encoding.ASCII.GetBytes(longer.ExportSubjectPublicKeyInfoPem()))));
    }

    public void Dispose()
    {
        _key.Dispose();
        _models.Dispose();
    }

    private async Task<(int ExitCode, string Error)> Sign(string id)
    {
        ModelsFixture.Outcome outcome = await _models.Run("sign", id, "--key", _models.Write("private.pem", System.Text.Encoding.ASCII.GetBytes(_key.ExportECPrivateKeyPem())));
        return (outcome.ExitCode, outcome.Error);
    }

    private ModelLibrary Library()
    {
        StudioKey key = StudioKey.Read(_models.Write("public.pem", System.Text.Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem())));
        return new ModelLibrary([_models.UserFolder], FolderManifest.Merge([_models.UserFolder], _models.Manifest, key));
    }
}
