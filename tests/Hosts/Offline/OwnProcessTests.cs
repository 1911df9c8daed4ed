using FaceFusion.Hosts.Tests.Foreign;
using FaceFusion.Hosts.Tests.Rendering;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary>The built bundle in the offline host in a process of its own, which must end as a process should.</summary>
public sealed class OwnProcessTests(BundleOnDisk bundle) : IClassFixture<BundleOnDisk>
{
    [SkippableTheory]
    [InlineData("lives")]
    [InlineData("together")]
    public void Ends_well(string what) => Run(what, threads: null);

    [SkippableFact]
    public void A_frame_has_the_same_bits_on_one_thread_and_on_four()
    {
        string alone = Run("frame", threads: "1");
        Assert.NotEmpty(alone);
        Assert.Equal(alone, Run("frame", threads: "4"));
    }

    [SkippableFact]
    public void Every_action_is_in_the_log_that_is_asked_for()
    {
        using TemporaryFolder folder = new();
        string log = folder.File("node.log");
        Run("frame", threads: null, log);
        string text = File.ReadAllText(log);
        foreach (string action in (string[])["OfxActionLoad", "OfxActionDescribe", "OfxActionCreateInstance", "OfxImageEffectActionRender", "OfxActionDestroyInstance"])
            Assert.Matches($@"(?m)^20\S+Z \d+ \d+ {action} [0-9a-f]+ kOfxStatOK [0-9.]+ ms$", text);
    }

    private string Run(string what, string? threads, string? log = null)
    {
        var environment = new Dictionary<string, string> { ["FACEFUSION_MODELS"] = SharedMaterial.Require("models") };
        if (log is not null)
            environment["FACEFUSION_LOG"] = log;
        if (threads is not null)
            environment["FACEFUSION_THREADS"] = threads;

        ProcessResult result = ProcessResult.Of(
            "dotnet",
            ["exec", typeof(OwnProcessTests).Assembly.Location, what, bundle.Folder, Plates.Person, Plates.Identity],
            environment: environment);

        Assert.Equal(string.Empty, result.Error.Trim());
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }
}
