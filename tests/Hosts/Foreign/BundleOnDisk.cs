namespace FaceFusion.Hosts.Tests.Foreign;

/// <summary>The plug-in bundle of this repository for tests in other processes, built when it is out of date.</summary>
public sealed class BundleOnDisk
{
    public string Folder { get; } = BuiltBundle.Build();

    public string Binary => Path.Combine(Folder, "Contents", "Linux-x86-64", "FaceFusion.ofx");
}
