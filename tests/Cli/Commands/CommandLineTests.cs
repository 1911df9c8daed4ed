using System.Diagnostics;
using System.Text.Json;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData()]
    [InlineData("rendre")]
    [InlineData("render")]
    [InlineData("render", "in.png")]
    [InlineData("render", "in.png", "-o", "out.png", "--output-layer", "hair")]
    [InlineData("describe", "a", "b")]
    [InlineData("models", "unknown")]
    public async Task A_command_line_that_cannot_be_read_ends_with_2_and_one_line(params string[] arguments)
    {
        Shell.Outcome outcome = await Shell.Run(arguments);

        Assert.Equal(ExitCode.Usage, outcome.Code);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("facefusion: ", Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("render", "--help")]
    [InlineData("models", "--help")]
    public async Task Help_is_given(params string[] arguments)
    {
        Shell.Outcome outcome = await Shell.Run(arguments);

        Assert.Equal((ExitCode.Done, ""), (outcome.Code, outcome.Error));
        Assert.Contains("Usage", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_projects()
    {
        string answer = System.Text.Encoding.UTF8.GetString(Ffmpeg.Run("dotnet", [typeof(CliException).Assembly.Location, "--version"]));

        string properties = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "Directory.Build.props"));
        Assert.Contains($"<Version>{answer.Trim()}</Version>", properties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_is_described_for_people()
    {
        Shell.Outcome outcome = await Shell.Run("describe", Shell.GainBundle);

        Assert.Equal((ExitCode.Done, ""), (outcome.Code, outcome.Error));
        Assert.Contains("org.facefusion.test.HostProbe 1.2", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("contexts  Filter, General", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("clip Source", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("double = 1 (0 to 10)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("choice of [first] | second | third", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_is_described_for_programs()
    {
        Shell.Outcome outcome = await Shell.Run("describe", Shell.GainBundle, "--json");

        JsonElement plugin = Assert.Single(JsonDocument.Parse(outcome.Output).RootElement.GetProperty("plugins").EnumerateArray().ToArray());
        JsonElement context = plugin.GetProperty("described")[0];
        JsonElement gain = context.GetProperty("params").EnumerateArray().Single(param => param.GetProperty("name").GetString() == "gain");
        Assert.Equal(1, gain.GetProperty("default").GetDouble());
        Assert.Equal(10, gain.GetProperty("max").GetDouble());
        Assert.Equal("Host probe", plugin.GetProperty("properties").GetProperty("OfxPropLabel")[0].GetString());
        Assert.Equal(["Source", "Output"], context.GetProperty("clips").EnumerateArray().Select(clip => clip.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_with_130_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("1280x720", 120, "-c:v", "ffv1", "-pix_fmt", "bgr0", folder.File("in.mkv"));
        ProcessStartInfo start = new("setsid") { RedirectStandardError = true, RedirectStandardOutput = true };
        // What starts the tests may ignore the signal (as a shell does for what it puts into the background), and that is inherited.
        foreach (string argument in (string[])["env", "--default-signal=INT", "dotnet", typeof(CliException).Assembly.Location, "render", folder.File("in.mkv"), "--plugin", Shell.GainBundle, "-o", folder.File("out/out.mkv")])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && (!Directory.Exists(folder.File("out")) || folder.Names("out").Count == 0))
            await Task.Delay(5);

        // To the whole group, ffmpeg included, as a terminal does.
        Ffmpeg.Run("kill", ["-INT", "--", $"-{process.Id}"]);
        await process.WaitForExitAsync();

        Assert.Equal((ExitCode.Cancelled, "facefusion: Cancelled; nothing half-written is left.\n"), (process.ExitCode, await error));
        Assert.Empty(folder.Names("out"));
    }
}
