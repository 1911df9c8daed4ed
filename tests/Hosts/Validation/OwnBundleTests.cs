using FaceFusion.Hosts.Tests.Rendering;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Validation;

/// <summary>The built bundle has no finding under any host.</summary>
[Collection(BundleCollection.Name)]
public sealed class OwnBundleTests(BuiltBundle bundle)
{
    [Fact]
    public void The_bundle_as_it_comes_has_no_findings() => AssertClean(Validation.Of(bundle.Path, []));

    [SkippableTheory]
    [InlineData("mlt")]
    [InlineData("strict")]
    public void The_bundle_with_a_face_has_no_findings(string host)
    {
        string models = SharedMaterial.Require("models");
        Validation result = Validation.Of(
            bundle.Path,
            ["--as", host, "--plate", Plates.Person, "--set", "identityFile=" + Plates.Identity],
            new Dictionary<string, string> { ["FACEFUSION_MODELS"] = models });
        AssertClean(result);
        Assert.DoesNotContain(result.Notes, note => note.Contains("renders nothing", StringComparison.Ordinal));
    }

    private static void AssertClean(Validation result)
    {
        Assert.Empty(result.Findings);
        Assert.Equal(0, result.ExitCode);
    }
}
