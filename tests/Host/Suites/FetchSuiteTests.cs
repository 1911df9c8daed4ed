using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Suites;

public sealed unsafe class FetchSuiteTests
{
    [Fact]
    public void Every_suite_of_the_profile_is_there_and_complete()
    {
        using var suites = new SuiteAccess();
        var sizes = new Dictionary<SuiteId, int>
        {
            [new(OfxSuiteNames.kOfxPropertySuite, 1)] = sizeof(OfxPropertySuiteV1),
            [new(OfxSuiteNames.kOfxImageEffectSuite, 1)] = sizeof(OfxImageEffectSuiteV1),
            [new(OfxSuiteNames.kOfxParameterSuite, 1)] = sizeof(OfxParameterSuiteV1),
            [new(OfxSuiteNames.kOfxMemorySuite, 1)] = sizeof(OfxMemorySuiteV1),
            [new(OfxSuiteNames.kOfxMultiThreadSuite, 1)] = sizeof(OfxMultiThreadSuiteV1),
            [new(OfxSuiteNames.kOfxMessageSuite, 1)] = sizeof(OfxMessageSuiteV1),
            [new(OfxSuiteNames.kOfxMessageSuite, 2)] = sizeof(OfxMessageSuiteV2),
            [new(OfxSuiteNames.kOfxProgressSuite, 1)] = sizeof(OfxProgressSuiteV1),
            [new(OfxSuiteNames.kOfxProgressSuite, 2)] = sizeof(OfxProgressSuiteV2),
            [new(OfxSuiteNames.kOfxTimeLineSuite, 1)] = sizeof(OfxTimeLineSuiteV1),
            [new(OfxSuiteNames.kOfxInteractSuite, 1)] = sizeof(OfxInteractSuiteV1),
            [new(OfxSuiteNames.kOfxDrawSuite, 1)] = sizeof(OfxDrawSuiteV1),
        };
        Assert.Equal(sizes.Keys.ToHashSet(), HostProfile.Modern.Suites);

        foreach ((SuiteId suite, int size) in sizes)
        {
            var functions = (nint*)suites.Fetch(suite.Name, suite.Version);
            Assert.True(functions is not null, suite.ToString());
            for (int i = 0; i < size / sizeof(nint); i++)
                Assert.True(functions[i] != 0, $"{suite}: function {i}");
        }
    }

    [Fact]
    public void A_suite_outside_the_profile_is_not_offered()
    {
        var message2 = new SuiteId(OfxSuiteNames.kOfxMessageSuite, 2);
        using var suites = new SuiteAccess(HostProfile.Modern with { Suites = HostProfile.Modern.Suites.Except([message2]).ToHashSet() });

        Assert.True(suites.Fetch(message2.Name, 2) is null);
        Assert.True(suites.Fetch(message2.Name, 1) is not null);
    }

    [Fact]
    public void Unknown_versions_names_and_gone_hosts_get_nothing()
    {
        var suites = new SuiteAccess();
        void* fetchedAfter;
        Assert.True(suites.Fetch(OfxSuiteNames.kOfxPropertySuite, 2) is null);
        Assert.True(suites.Fetch(OfxSuiteNames.kOfxOpenGLRenderSuite, 1) is null);
        Assert.True(suites.Fetch("", 1) is null);
        suites.Dispose();
        fetchedAfter = suites.Fetch(OfxSuiteNames.kOfxPropertySuite, 1);
        Assert.True(fetchedAfter is null);
    }
}
