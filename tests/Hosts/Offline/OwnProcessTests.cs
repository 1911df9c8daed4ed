using System.Diagnostics;
using FaceFusion.Hosts.Tests.Rendering;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary>The built bundle in the offline host in a process of its own, which must end as a process should.</summary>
public sealed class OwnProcessTests
{
    [SkippableTheory]
    [InlineData("lives")]
    [InlineData("together")]
    public void Ends_well(string what)
    {
        string plate = Plates.Person, identity = Plates.Identity, models = SharedMaterial.Require("models");
        var start = new ProcessStartInfo(
            "dotnet", ["exec", typeof(OwnProcessTests).Assembly.Location, what, BuiltBundle.Build(), plate, identity])
        {
            RedirectStandardError = true,
        };
        start.Environment["FACEFUSION_MODELS"] = models;

        using Process process = Process.Start(start)!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(string.Empty, said.Trim());
        Assert.Equal(0, process.ExitCode);
    }
}
