using System.Runtime.InteropServices;
using System.Text.Json;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests;

/// <summary>What <c>native/stage</c> put into <c>build/native</c>, and the pins it works from.</summary>
public partial class StagedLibrariesTests
{
    private const int RtldLazy = 1;
    private const int RtldNoLoad = 4;

    private static string Folder => Path.Combine(SharedMaterial.RepositoryRoot, "build", "native", RuntimeInformation.RuntimeIdentifier);

    [Theory]
    [InlineData("libfacefusion_onnxruntime.so", "libonnxruntime.so.1")]
    [InlineData("libfacefusion_turbojpeg.so", "libturbojpeg.so.0")]
    [InlineData("libfacefusion_png.so", "libpng16.so.16")]
    public void A_loaded_library_is_known_by_our_name_alone(string ours, string theirs)
    {
        Assert.NotEqual(0, DlOpen(Path.Combine(Folder, ours), RtldLazy));
        Assert.NotEqual(0, DlOpen(ours, RtldLazy | RtldNoLoad));
        Assert.Equal(0, DlOpen(theirs, RtldLazy | RtldNoLoad));
    }

    [Fact]
    public void Our_png_brings_our_zlib()
    {
        Assert.NotEqual(0, DlOpen(Path.Combine(Folder, "libfacefusion_png.so"), RtldLazy));
        Assert.NotEqual(0, DlOpen("libfacefusion_z.so", RtldLazy | RtldNoLoad));
    }

    [Theory]
    [InlineData("onnxruntime.txt", "Microsoft Corporation")]
    [InlineData("libturbojpeg0.txt", "turbo")]
    [InlineData("libpng16-16.txt", "libpng")]
    [InlineData("zlib1g.txt", "zlib")]
    public void Every_library_comes_with_its_licence(string file, string holder)
        => Assert.Contains(holder, File.ReadAllText(Path.Combine(Folder, "licences", file)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_npm_package_is_pinned_by_version_and_content_and_by_no_address()
    {
        string folder = Path.Combine(SharedMaterial.RepositoryRoot, "native", "onnxruntime");
        using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        string version = package.RootElement.GetProperty("dependencies").GetProperty("onnxruntime-node").GetString()!;
        Assert.Matches(@"^\d+\.\d+\.\d+$", version);

        using JsonDocument pins = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package-lock.json")));
        JsonElement packages = pins.RootElement.GetProperty("packages");
        Assert.Equal(version, packages.GetProperty("node_modules/onnxruntime-node").GetProperty("version").GetString());
        foreach (JsonProperty pinned in packages.EnumerateObject().Where(entry => entry.Name.Length > 0))
        {
            Assert.StartsWith("sha512-", pinned.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal);
            Assert.False(pinned.Value.TryGetProperty("resolved", out _), pinned.Name);
        }
    }

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DlOpen(string name, int flags);
}
