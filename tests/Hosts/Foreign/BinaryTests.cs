using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Foreign;

/// <summary>The built library and its bundle as the linker and a file manager see them.</summary>
public sealed partial class BinaryTests(BundleOnDisk bundle) : IClassFixture<BundleOnDisk>
{
    [Fact]
    public void Exports_the_entry_points_of_OpenFX_and_nothing_else()
    {
        string[] exported = [.. Lines("nm", "-D", "--defined-only", bundle.Binary).Select(line => line.Split(' ')[^1]).Order(StringComparer.Ordinal)];

        Assert.Equal(["OfxGetNumberOfPlugins", "OfxGetPlugin", "OfxSetHost"], exported);
    }

    [Fact]
    public void Stays_in_memory_when_a_scanner_closes_it()
    {
        Assert.Contains(Lines("readelf", "-d", bundle.Binary), line => line.Contains("FLAGS_1", StringComparison.Ordinal) && line.Contains("NODELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void Needs_the_C_library_of_Rocky_8_at_most()
    {
        Version[] needed =
        [
            .. Lines("objdump", "-T", bundle.Binary)
                .SelectMany(line => GlibcVersion().Matches(line))
                .Select(match => Version.Parse(match.Groups[1].Value)),
        ];

        Assert.NotEmpty(needed);
        Assert.True(needed.Max() <= new Version(2, 28), string.Create(CultureInfo.InvariantCulture, $"needs glibc {needed.Max()}"));
    }

    [Fact]
    public void Needs_no_library_but_the_systems()
    {
        string[] needed =
        [
            .. Lines("objdump", "-p", bundle.Binary)
                .Where(line => line.Contains("NEEDED", StringComparison.Ordinal))
                .Select(line => line.Trim().Split(' ')[^1])
                .Order(StringComparer.Ordinal),
        ];

        string[] system = ["ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0"];
        Assert.Subset(new HashSet<string>(system), new HashSet<string>(needed));
    }

    [Fact]
    public void Loads_no_cryptography_of_the_system()
    {
        // The framework's hashes would, and end the host's process where no OpenSSL fits.
        byte[] library = File.ReadAllBytes(bundle.Binary);
        Assert.Equal(-1, library.AsSpan().IndexOf("libssl"u8));
    }

    [Theory]
    [InlineData("Info.plist")]
    [InlineData("Linux-x86-64/FaceFusion.ofx")]
    [InlineData("Linux-x86-64/libfacefusion_onnxruntime.so")]
    [InlineData("Linux-x86-64/libfacefusion_turbojpeg.so")]
    [InlineData("Linux-x86-64/libfacefusion_png.so")]
    [InlineData("Linux-x86-64/libfacefusion_z.so")]
    [InlineData("Resources/LICENSE")]
    [InlineData("Resources/NOTICE")]
    [InlineData("Resources/models/manifest.json")]
    [InlineData("Resources/net.facefusion-ofx.FaceFusion.svg")]
    [InlineData("Resources/net.facefusion-ofx.FaceFusion.png")]
    public void The_bundle_holds(string file) => Assert.True(File.Exists(Path.Combine(bundle.Folder, "Contents", file)), file);

    [Fact]
    public void The_property_list_carries_the_version()
    {
        string props = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "Directory.Build.props"));
        string version = XDocument.Parse(props).Descendants("Version").Single().Value;

        Assert.Contains($"<string>{version}</string>", File.ReadAllText(Path.Combine(bundle.Folder, "Contents", "Info.plist")), StringComparison.Ordinal);
    }

    private static string[] Lines(string program, params string[] arguments)
    {
        ProcessResult result = ProcessResult.Of(program, arguments);
        Assert.Equal(0, result.ExitCode);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"GLIBC_([0-9]+\.[0-9]+(?:\.[0-9]+)?)")]
    private static partial Regex GlibcVersion();
}
