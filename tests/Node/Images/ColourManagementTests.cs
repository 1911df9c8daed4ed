using FaceFusion.Host;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Images;

/// <summary>What the node says of itself to hosts that manage colour.</summary>
public sealed class ColourManagementTests
{
    [Theory]
    [InlineData("", OfxColourValues.kOfxImageEffectColourManagementCore, OfxColourValues.kOfxImageEffectColourManagementCore)]
    [InlineData("", OfxColourValues.kOfxImageEffectColourManagementNone, OfxColourValues.kOfxImageEffectColourManagementNone)]
    [InlineData("uk.co.thefoundry.nuke", OfxColourValues.kOfxImageEffectColourManagementCore, OfxColourValues.kOfxImageEffectColourManagementNone)]
    public void It_wants_to_know_colour_spaces_where_a_host_tells_them_and_takes_no_offence(string name, string offered, string agreed)
    {
        HostProfile profile = HostProfile.Modern with { ColourManagementStyle = offered };
        if (name.Length > 0)
            profile = profile with { Name = name };
        using OfxBundle bundle = OfxBundle.Open(new NodeBinary(), profile);
        using HostedInstance instance = bundle[NodeNames.Plugin].CreateInstance(OfxContexts.kOfxImageEffectContextGeneral, new ProjectSettings());

        Assert.Equal(agreed, instance.Properties.GetText(OfxColourProps.kOfxImageEffectPropColourManagementStyle));
    }
}
