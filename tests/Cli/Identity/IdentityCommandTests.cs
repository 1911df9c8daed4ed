using System.Security.Cryptography;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Identity;

/// <summary>Identity files on the command line: made of a photo, looked at, signed, verified.</summary>
public sealed class IdentityCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task An_identity_is_made_inspected_signed_and_verified()
    {
        Environment.SetEnvironmentVariable(ModelFolders.Variable, SharedMaterial.Require("models"));
        string photo = SharedMaterial.Require("pictures/composite/m_easian.jpg"), file = _folder.File("someone.ffid");
        string[] create = ["identity", "create", photo, "-o", file, "--consent-of", "Nobody", "--consent-for", "a test", "--until", "2099-12-31", "--reference", "17"];
        (int made, string told) = await Run(create);
        Assert.Equal(ExitCode.Done, made);
        Assert.StartsWith($"someone: '{file}'", told, StringComparison.Ordinal);
        Assert.Contains("unlike good photos", told, StringComparison.Ordinal);
        (int exists, string refusal) = await Run(create);
        Assert.Equal(ExitCode.Usage, exists);
        Assert.Contains("--overwrite", refusal, StringComparison.Ordinal);

        (_, string inspected) = await Run("identity", "inspect", file);
        Assert.Contains("consent of Nobody, for a test", inspected, StringComparison.Ordinal);
        Assert.Contains("until 2099-12-31, reference 17", inspected, StringComparison.Ordinal);
        Assert.Contains("photo 'm_easian.jpg': weight 1", inspected, StringComparison.Ordinal);
        Assert.Contains("mobilefacenet-128: 128 values", inspected, StringComparison.Ordinal);
        Assert.Contains("neutral shape: 478 points, of 1 photo", inspected, StringComparison.Ordinal);
        (_, string json) = await Run("identity", "inspect", file, "--json");
        Assert.Contains("\"subject\": \"Nobody\"", json, StringComparison.Ordinal);
        Assert.Contains("\"neutralPoints\": 478", json, StringComparison.Ordinal);

        string key = Key("studio"), other = Key("stranger");
        Assert.Equal(ExitCode.Failed, (await Run("identity", "verify", file, "--key", key + ".pub")).Code);
        Assert.Equal((ExitCode.Done, "someone: signed"), await Run("identity", "sign", file, "--key", key));
        Assert.Equal((ExitCode.Done, $"someone: whole, signed by '{key}.pub', consent good"), await Run("identity", "verify", file, "--key", key + ".pub"));
        Assert.Contains("was not signed by the key", (await Run("identity", "verify", file, "--key", other + ".pub")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_cannot_be_is_told()
    {
        string photo = SharedMaterial.Require("pictures/composite/m_easian.jpg");
        string[] consent = ["--consent-of", "Nobody", "--consent-for", "a test"];
        Assert.Equal(ExitCode.Usage, (await Run(["identity", "create", photo, "-o", _folder.File("someone.png"), .. consent])).Code);
        Assert.Equal(ExitCode.Usage, (await Run(["identity", "create", photo, "-o", _folder.File("someone.ffid"), .. consent, "--until", "tomorrow"])).Code);
        Assert.Equal(ExitCode.Usage, (await Run(["identity", "create", photo, "-o", _folder.File("someone.ffid"), .. consent, "--weight", "0"])).Code);
        Assert.Equal(ExitCode.Usage, (await Run(["identity", "create", photo, "-o", _folder.File("someone.ffid"), .. consent, "--weight", "1", "2"])).Code);
        File.WriteAllText(_folder.File("wrong.ffid"), "no identity");
        (int code, string text) = await Run("identity", "inspect", _folder.File("wrong.ffid"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("wrong.ffid", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, string Text)> Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, (code == ExitCode.Done ? output : error).ToString().TrimEnd());
    }

    private string Key(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string path = _folder.File(name + ".pem");
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(path + ".pub", key.ExportSubjectPublicKeyInfoPem());
        return path;
    }
}
