using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Foreign;

/// <summary>The plug-in bundle of this repository for tests in other processes, built when it is out of date.</summary>
public sealed class BundleOnDisk
{
    public BundleOnDisk()
    {
        ProcessResult build = ProcessResult.Of(Path.Combine(SharedMaterial.RepositoryRoot, "bundle", "build"), []);
        Assert.True(build.ExitCode == 0, $"bundle/build failed: {build.Error}");
    }

    public string Folder { get; } = Path.Combine(SharedMaterial.RepositoryRoot, "build", "FaceFusion.ofx.bundle");

    public string Binary => Path.Combine(Folder, "Contents", "Linux-x86-64", "FaceFusion.ofx");
}
