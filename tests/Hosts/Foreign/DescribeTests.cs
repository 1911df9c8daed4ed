namespace FaceFusion.Hosts.Tests.Foreign;

/// <summary>What a host's scan touches: a plug-in that is only described opens nothing but its own library.</summary>
public sealed class DescribeTests(BundleOnDisk bundle) : IClassFixture<BundleOnDisk>
{
    private const string Prefix = "opened by ";

    [Fact]
    public void Opens_no_model_no_device_and_no_library()
    {
        string miniHost = Path.Combine(AppContext.BaseDirectory, "minihost");
        ProcessResult result = ProcessResult.Of(miniHost, [bundle.Binary, "--measure", "--list-opened"]);
        Assert.True(result.ExitCode == 0, result.Error);

        string[] opened =
        [
            .. result.Error.Split('\n')
                .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..])
                .Distinct(),
        ];

        Assert.Contains(bundle.Binary, opened);
        Assert.All(opened, path => Assert.True(IsAllowed(path), $"describing opened '{path}'"));
    }

    // The runtime looks up how much memory and how many processors it may use.
    private bool IsAllowed(string path) =>
        path == bundle.Binary
        || path.StartsWith("/proc/self/", StringComparison.Ordinal)
        || path == "/proc/meminfo"
        || path.StartsWith("/sys/fs/cgroup", StringComparison.Ordinal)
        || path.StartsWith("/sys/devices/system/", StringComparison.Ordinal);
}
