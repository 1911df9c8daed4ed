using System.Diagnostics;
using System.Runtime.InteropServices;
using FaceFusion.Host;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests;

/// <summary>The bundle as users get it, built when it is out of date and opened once for all tests of a collection.</summary>
public sealed partial class BuiltBundle : IDisposable
{
    public const string Identifier = "net.facefusion-ofx.FaceFusion";

    public BuiltBundle()
    {
        // The library has a runtime of its own, which sees the environment of the process and not that of this runtime.
        if (SharedMaterial.Root is { } shared && setenv("FACEFUSION_MODELS", System.IO.Path.Combine(shared, "models"), 1) != 0)
            throw new InvalidOperationException("The environment of the process can't be set.");

        Path = Build();
        Bundle = OfxBundle.Load(Path);
    }

    /// <summary>The folder of the bundle.</summary>
    public string Path { get; }

    /// <summary>The bundle, opened.</summary>
    public OfxBundle Bundle { get; }

    /// <summary>Builds the bundle when a source has changed.</summary>
    public static string Build()
    {
        using Process build = Process.Start(System.IO.Path.Combine(SharedMaterial.RepositoryRoot, "bundle", "build"));
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
        return System.IO.Path.Combine(SharedMaterial.RepositoryRoot, "build", "FaceFusion.ofx.bundle");
    }

    public void Dispose() => Bundle.Dispose();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
