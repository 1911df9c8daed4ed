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

    private string Run(string what, string? threads)
    {
        var environment = new Dictionary<string, string> { ["FACEFUSION_MODELS"] = SharedMaterial.Require("models") };
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
