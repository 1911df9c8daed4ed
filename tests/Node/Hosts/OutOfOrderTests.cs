using System.Reflection;
using FaceFusion.Host;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Hosts;

/// <summary>Actions that come when they can't be carried out, or for nobody.</summary>
public sealed class OutOfOrderTests
{
    private static readonly string[] OfThePlugin = [OfxActions.kOfxActionLoad, OfxActions.kOfxActionUnload];

    public static TheoryData<string> Actions =>
        [.. typeof(OfxActions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(action => (string)action.GetRawConstantValue()!).Distinct()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_for_nobody_is_refused(string action)
    {
        using OfxBundle bundle = BrokenHost.Open("", BrokenHost.Missing);
        bundle[NodeNames.Plugin].Load();
        foreach (nint handle in (nint[])[0, 0x1234])
        {
            OfxStatus status = BrokenHost.Act(action, handle);
            if (OfThePlugin.Contains(action))
                Assert.Equal(OfxStatus.kOfxStatOK, status);
            else if (action != OfxActions.kOfxActionDestroyInstance)
                Assert.NotEqual(OfxStatus.kOfxStatOK, status);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("OfxActionOfTheYear3000")]
    public void An_unknown_action_is_left_to_the_host(string action)
    {
        using OfxBundle bundle = BrokenHost.Open("", BrokenHost.Missing);
        bundle[NodeNames.Plugin].Load();
        Assert.Equal(OfxStatus.kOfxStatReplyDefault, BrokenHost.Act(action, 0));
    }

    [Fact]
    public void It_may_be_loaded_and_unloaded_as_often_as_a_host_likes()
    {
        for (int i = 0; i < 3; i++)
        {
            using OfxBundle bundle = BrokenHost.Open("", BrokenHost.Missing);
            HostedPlugin plugin = bundle[NodeNames.Plugin];
            plugin.Load();
            Assert.Equal(OfxStatus.kOfxStatOK, BrokenHost.Act(OfxActions.kOfxActionLoad, 0));
            Assert.Equal(2, plugin.Describe().Contexts.Count);
            Assert.Equal(OfxStatus.kOfxStatOK, BrokenHost.Act(OfxActions.kOfxActionUnload, 0));
            Assert.Equal(OfxStatus.kOfxStatOK, BrokenHost.Act(OfxActions.kOfxActionUnload, 0));
            plugin.Unload();
        }
    }
}
