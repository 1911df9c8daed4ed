using System.Diagnostics;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Description;
using FaceFusion.Host.Handles;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Loading;

public sealed class OfxBundleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_bundle_and_its_binary_are_the_same_plugin()
    {
        using OfxBundle bundle = Probe.Load();
        using OfxBundle file = OfxBundle.Load(bundle.BinaryPath);
        Assert.Equal(Probe.BundlePath, bundle.BundlePath);
        Assert.Equal(Probe.BundlePath, file.BundlePath);
        HostedPlugin plugin = Assert.Single(file.Plugins);
        Assert.Equal((Probe.Identifier, 1, 2), (plugin.Identifier, plugin.VersionMajor, plugin.VersionMinor));
    }

    [Fact]
    public void A_missing_path_is_said_so() =>
        Assert.Equal("There is nothing at 'no/such.ofx.bundle'; give the path of an .ofx.bundle folder or an .ofx file.", Refusal("no/such.ofx.bundle"));

    [Fact]
    public void A_folder_that_is_no_bundle_is_said_so() =>
        Assert.Equal($"'{_folder.FullName}' is no bundle; its name must end in '.ofx.bundle' and it must hold a folder 'Contents'.", Refusal(_folder.FullName));

    [Fact]
    public void A_bundle_for_another_platform_is_said_so()
    {
        DirectoryInfo bundle = _folder.CreateSubdirectory("Other.ofx.bundle");
        bundle.CreateSubdirectory("Contents/IRIX");
        Assert.Contains("has no binary for this platform; it needs 'Contents/", Refusal(bundle.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_said_so_with_the_loaders_reason()
    {
        string file = Path.Combine(_folder.FullName, "Text.ofx");
        File.WriteAllText(file, "not a library");
        Assert.StartsWith($"The system can't load '{file}' (", Refusal(file), StringComparison.Ordinal);
        Assert.Contains("file too short", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_without_the_entry_points_is_said_so() =>
        Assert.Contains("exports no OfxGetNumberOfPlugins", Refusal(Compile("int nothing(void) { return 0; }")), StringComparison.Ordinal);

    [Fact]
    public void A_library_without_a_plugin_is_said_so()
    {
        string file = Compile("int OfxGetNumberOfPlugins(void) { return 2; } void *OfxGetPlugin(int n) { return (void *)(long)(n * 0); }");
        Assert.Equal($"There is no plug-in inside '{file}'; give another file.", Refusal(file));
    }

    [Fact]
    public void A_plugin_that_fails_to_load_is_said_so_in_its_words()
    {
        string file = Compile(
            """
            typedef struct { void *host; const void *(*fetch)(void *, const char *, int); } Host;
            typedef struct { int (*message)(void *, const char *, const char *, const char *, ...); } Messages;
            static Host *host;
            static void set_host(Host *given) { host = given; }
            static int entry(const char *action, const void *handle, void *in, void *out)
            {
                const Messages *messages = host->fetch(host->host, "OfxMessageSuite", 1);
                messages->message(0, "OfxMessageError", "", "%d licences are missing.", 3);
                return 1;
            }
            static struct { const char *api; int version; const char *id; unsigned major, minor; void (*set)(Host *); int (*entry)(const char *, const void *, void *, void *); }
                plugin = {"OfxImageEffectPluginAPI", 1, "test.Fails", 1, 0, set_host, entry};
            int OfxGetNumberOfPlugins(void) { return 1; }
            void *OfxGetPlugin(int n) { return &plugin; }
            """);
        using OfxBundle bundle = OfxBundle.Load(file);
        HostException refused = Assert.Throws<HostException>(() => bundle.Plugins[0].Describe());
        Assert.Equal("Plug-in 'test.Fails' failed to load (kOfxStatFailed): 3 licences are missing.", refused.Message);
        Assert.False(bundle.Plugins[0].IsLoaded);
    }

    [Fact]
    public void Describing_tells_everything()
    {
        using OfxBundle bundle = Probe.Load();
        HostDescription described = bundle[Probe.Identifier].Describe();

        Assert.Equal("Host probe", described.Label);
        Assert.Equal([BitDepth.Float], described.Depths);
        Assert.Equal([OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral], described.Contexts.Select(context => context.Context));
        ContextDescription filter = described.Contexts[0];
        Assert.Equal(["Source", "Output"], filter.Clips.Select(clip => clip.Name));
        ParamDescription gain = filter.Params.Single(param => param.Name == "gain");
        Assert.Equal(1, gain.Default.Numbers[0]);
        Assert.Equal((0.0, 10.0), Assert.Single(gain.Range));
        Assert.Equal(["first", "second", "third"], filter.Params.Single(param => param.Name == "choice").Options);
        Assert.Contains(gain.Properties, property => property.Name == OfxParamProps.kOfxParamPropDigits);
    }

    [Fact]
    public void A_context_that_one_side_lacks_is_said_so()
    {
        using OfxBundle bundle = Probe.Load(HostProfile.Modern with { Contexts = [OfxContexts.kOfxImageEffectContextFilter] });
        HostedPlugin plugin = bundle[Probe.Identifier];
        Assert.Single(plugin.Describe().Contexts);
        Assert.Contains("offers no context", Assert.Throws<HostException>(() => plugin.CreateInstance(OfxContexts.kOfxImageEffectContextGeneral)).Message, StringComparison.Ordinal);
        Assert.Contains("has no context", Assert.Throws<HostException>(() => plugin.CreateInstance(OfxContexts.kOfxImageEffectContextPaint)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_lives_leave_no_handle_behind()
    {
        using HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 2, 2));
        int before = HandleTable.Count;
        for (int i = 0; i < 100; i++)
        {
            using OfxBundle bundle = Probe.Load();
            using HostedInstance instance = Probe.CreateInstance(bundle, source);
            instance.Params["gain"].Set(2.0);
            HostedInstance left = Probe.CreateInstance(bundle, source);
            Assert.NotSame(left, instance);
            bundle[Probe.Identifier].Unload();
            bundle[Probe.Identifier].Load();
        }

        Assert.Equal(before, HandleTable.Count);
    }

    private static string Refusal(string path) => Assert.Throws<HostException>(() => OfxBundle.Load(path)).Message;

    private string Compile(string source)
    {
        string code = Path.Combine(_folder.FullName, "plugin.c"), library = Path.Combine(_folder.FullName, "plugin.ofx");
        File.WriteAllText(code, source);
        using Process compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, code]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return library;
    }
}
