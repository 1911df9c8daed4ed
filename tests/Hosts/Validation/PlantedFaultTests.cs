namespace FaceFusion.Hosts.Tests.Validation;

/// <summary>Each fault that is planted in a plug-in is found; where there is none, nothing is.</summary>
public sealed class PlantedFaultTests(ManyFaults many) : IClassFixture<ManyFaults>
{
    [Fact]
    public void A_plug_in_without_faults_has_no_findings()
    {
        Validation clean = Validation.OfBad("");
        Assert.Empty(clean.Findings);
        Assert.Equal(0, clean.ExitCode);
    }

    [Theory]
    [MemberData(nameof(ManyFaults.Planted), MemberType = typeof(ManyFaults))]
    public void A_fault_among_many_is_found(string fault, string rule, string word, string host)
    {
        Assert.NotEmpty(fault);
        Assert.Equal(Validation.Found, many.Result.ExitCode);
        Assert.Contains(many.Result.Findings, finding =>
            finding.Rule == rule && finding.Text.Contains(word, StringComparison.Ordinal) && finding.Hosts.Contains(host));
    }

    [Theory]
    [InlineData("wrong-api", "api", "strict")]
    [InlineData("no-contexts", "mandatory", "strict")]
    [InlineData("no-depths", "mandatory", "strict")]
    [InlineData("no-output", "mandatory", "strict")]
    [InlineData("slider-beyond", "param-range", "strict")]
    [InlineData("load-default", "default-answer", "natron")]
    [InlineData("load-default", "refused", "mlt")]
    [InlineData("begin-fails", "action-failed", "natron")]
    [InlineData("overrun", "out-of-bounds", "nuke")]
    [InlineData("outside", "outside-window", "nuke")]
    [InlineData("random", "repeatable", "vegas")]
    [InlineData("tiles", "tiles", "natron")]
    [InlineData("threads", "threads", "mlt")]
    [InlineData("silent-failure", "silent-failure", "vegas")]
    [InlineData("reload", "reload", "strict")]
    [InlineData("crash", "crash", "vegas")]
    [InlineData("exit", "crash", "vegas")]
    [InlineData("null-in-args", "crash", "baselight")]
    [InlineData("persistent-message", "crash", "resolve")]
    [InlineData("null-image", "crash", "resolve")]
    [InlineData("needs-progress", "crash", "strict")]
    public void A_fault_that_stands_in_the_way_of_others_is_found(string fault, string rule, string host)
    {
        Validation result = Validation.OfBad(fault, "--as", host);
        Assert.Contains(result.Findings, finding => finding.Rule == rule);
        Assert.Equal(Validation.Found, result.ExitCode);
    }

    [Fact]
    public void A_plug_in_that_never_comes_back_is_found()
    {
        Validation result = Validation.OfBad("hang", "--as", "vegas", "--timeout", "3");
        ValidationFinding hang = Assert.Single(result.Findings);
        Assert.Equal("hang", hang.Rule);
        Assert.Contains("OfxImageEffectActionRender", hang.Text, StringComparison.Ordinal);
    }
}
