using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Foreign;

/// <summary>
/// The built bundle inside a real foreign process: the mini host of <c>native/</c>, which handles plug-ins as the
/// roughest hosts do and tells what it minds.
/// </summary>
public sealed class MiniHostTests(BundleOnDisk bundle) : IClassFixture<BundleOnDisk>
{
    [Fact]
    public void Survives_a_hundred_rounds_of_load_render_unload_and_dlclose() =>
        Passes("--rounds", "100", "--threads", "1", "--frames", "1");

    [Fact]
    public void Four_threads_render_different_instances_at_once() =>
        Passes("--threads", "4", "--frames", "20", "--rounds", "3");

    [Fact]
    public void Lives_with_instances_made_and_destroyed_for_every_frame_on_four_threads() =>
        Passes("--threads", "4", "--frames", "25", "--churn");

    [Theory]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("half")]
    [InlineData("float")]
    public void Hands_the_plate_through_bit_by_bit_when_nothing_is_mixed_in(string depth) =>
        Passes("--depth", depth, "--expect-source");

    [Theory]
    [InlineData("byte")]
    [InlineData("float")]
    public void Copes_with_rows_that_run_downwards(string depth) =>
        Passes("--depth", depth, "--negative-rows", "--expect-source");

    [Fact]
    public void Copes_with_a_host_that_tells_nothing() => Passes("--bare", "--expect-source");

    [Fact]
    public void Works_in_the_general_context() => Passes("--context", "general", "--expect-source");

    [Fact]
    public void Does_without_every_suite_that_it_can_do_without() =>
        Passes(
            "--without", "OfxMemorySuite", "--without", "OfxMultiThreadSuite", "--without", "OfxMessageSuite",
            "--without", "OfxProgressSuite", "--without", "OfxTimeLineSuite", "--expect-source");

    [Theory]
    [InlineData("OfxPropertySuite")]
    [InlineData("OfxImageEffectSuite")]
    [InlineData("OfxParameterSuite")]
    public void Refuses_to_load_without_a_suite_that_it_needs(string suite)
    {
        ProcessResult result = Run(["--without", suite]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("OfxActionLoad answered 4", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_render_that_fails_tells_the_artist_why()
    {
        ProcessResult result = ProcessResult.Of(MiniHost, [bundle.Binary, "--expect-failure", "--threads", "4", "--frames", "3"]);

        Assert.True(result is { ExitCode: 0, Output: "ok\n" }, result.Output + result.Error);
        Assert.Contains("OfxMessageError: No identity is chosen", result.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("--rounds", "6")]
    [InlineData("--threads", "4", "--frames", "5")]
    [InlineData("--threads", "4", "--frames", "3", "--churn")]
    public void Networks_run_in_the_foreign_process(params string[] arguments)
    {
        Environment.SetEnvironmentVariable("FACEFUSION_MODELS", SharedMaterial.Require("models"));
        string identity = SharedMaterial.Require("pictures/composite/m_easian.jpg");

        // There is no face in the mini host's picture: the plate comes back untouched after the networks have looked.
        ProcessResult result = ProcessResult.Of(
            MiniHost, [bundle.Binary, "--set", $"identityFile={identity}", "--size", "320x180", "--expect-source", .. arguments]);

        Assert.True(result is { ExitCode: 0, Output: "ok\n" }, $"exit code {result.ExitCode}\n{result.Output}{result.Error}");
    }

    [Fact]
    public void The_mini_host_fails_when_something_is_amiss()
    {
        ProcessResult result = ProcessResult.Of(MiniHost, [bundle.Binary, "--set", "nosuchparameter=1"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("there is no parameter for 'nosuchparameter=1'", result.Error, StringComparison.Ordinal);
    }

    private static string MiniHost => Path.Combine(AppContext.BaseDirectory, "minihost");

    private ProcessResult Run(string[] arguments) => ProcessResult.Of(MiniHost, [bundle.Binary, "--set", "mix=0", .. arguments]);

    private void Passes(params string[] arguments)
    {
        ProcessResult result = Run(arguments);
        Assert.True(result is { ExitCode: 0, Output: "ok\n" }, $"exit code {result.ExitCode}\n{result.Output}{result.Error}");
    }
}
