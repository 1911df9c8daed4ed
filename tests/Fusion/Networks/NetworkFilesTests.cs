using System.Security.Cryptography;
using System.Text;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Signing;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Networks;

/// <summary>Networks that users bring, and a studio that decides which.</summary>
public sealed class NetworkFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void With_a_studios_key_a_swapper_that_no_signed_manifest_lists_is_refused()
    {
        using ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        StudioKey key = StudioKey.Read(_folder.Write("public.pem", Encoding.ASCII.GetBytes(pair.ExportSubjectPublicKeyInfoPem())));
        string path = _folder.Write("anybody.onnx", "a network"u8);
        ModelFile file = NetworkFiles.Open(Library(ModelManifest.BuiltIn), path);
        Assert.Equal(file.Sha256, NetworkFiles.Find(Library(ModelManifest.BuiltIn), null, "anybody.onnx")!.Sha256);

        ModelLibrary closed = Library(ModelManifest.BuiltIn.Trusting(key, new HashSet<string>()));
        foreach (Func<ModelFile?> look in (Func<ModelFile?>[])[() => NetworkFiles.Open(closed, path), () => NetworkFiles.Find(closed, null, "anybody.onnx")])
            Assert.Contains($"'{path}' is in no manifest that is signed with the key", Assert.Throws<ModelException>(look).Message, StringComparison.Ordinal);
        Assert.Null(NetworkFiles.Find(closed, null, "nobody.onnx"));

        ModelLibrary listed = Library(ModelManifest.BuiltIn.Trusting(key, new HashSet<string> { file.Sha256 }));
        Assert.Equal(path, NetworkFiles.Open(listed, path).Path);
    }

    public void Dispose() => _folder.Dispose();

    private ModelLibrary Library(ModelManifest manifest) => new([_folder.Path], manifest);
}
