using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Tests.Interop;

/// <summary>What a plug-in reads where the host has nothing.</summary>
public sealed unsafe class PropertySetTests
{
    private static readonly PropertySet Nothing = new(default, null);

    [Fact]
    public void An_absent_property_reads_as_its_fallback()
    {
        Assert.True(Nothing.IsNull);
        Assert.Equal(7, Nothing.GetInt("n", 7));
        Assert.Equal(0.5, Nothing.GetDouble("d", 0.5));
        Assert.Equal("text", Nothing.GetString("s", "text"));
        Assert.True(Nothing.GetBool("b", true));
        Assert.True(Nothing.GetPointer("p") == null);
        Assert.Equal(0, Nothing.GetDimension("n"));
        Assert.Empty(Nothing.GetStrings("s"));
    }

    [Fact]
    public void Several_values_stay_as_they_were_when_one_is_absent()
    {
        double[] values = [1, 2];
        Assert.False(Nothing.TryGetDoubles("d", values));
        Assert.Equal([1.0, 2.0], values);
    }

    [Fact]
    public void A_required_property_is_named_in_the_failure()
    {
        OfxException failure = Assert.Throws<OfxException>(() => Nothing.RequireDouble("OfxPropTime"));

        Assert.Equal(OfxStatus.kOfxStatErrMissingHostFeature, failure.Status);
        Assert.Contains("'OfxPropTime'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_to_nothing_is_answered_not_thrown()
    {
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Nothing.TrySetInt("n", 1));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Assert.Throws<OfxException>(() => Nothing.SetString("s", "t")).Status);
    }

    [Fact]
    public void A_host_without_suites_is_a_missing_feature()
    {
        OfxHost host = default;
        OfxHostContext context = new(&host);

        Assert.True(context.PropertySuite == null);
        Assert.Equal("", context.Name);
        OfxException failure = Assert.Throws<OfxException>(context.RequireSuites);
        Assert.Equal(OfxStatus.kOfxStatErrMissingHostFeature, failure.Status);
    }
}
