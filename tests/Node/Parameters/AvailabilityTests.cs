using FaceFusion.Host;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Parameters;

/// <summary>What has no effect is grey, and comes back.</summary>
public sealed class AvailabilityTests : IDisposable
{
    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly HostedInstance _instance;

    public AvailabilityTests() => _instance = NodeBinary.Create(_bundle).Instance;

    [Theory]
    [InlineData("colourMethod", "Off", "Bands", "colourStrength")]
    [InlineData("faceOrder", "All faces", "Largest", "faceNumber")]
    [InlineData("faceOrder", "Picked", "From left", "faceNumber")]
    [InlineData("faceOrder", "From top", "Picked", "facePoint")]
    [InlineData("faceOrder", "Person", "Best", "faceNumber")]
    [InlineData("faceOrder", "Picked", "Person", "personDistance")]
    [InlineData("faceOrder", "Largest", "Person", "personFile")]
    [InlineData("faceOrder", "All faces", "Person", "personIdentity4")]
    [InlineData("useMatte", "false", "true", "matteChannel")]
    [InlineData("useMatte", "false", "true", "invertMatte")]
    [InlineData("identityFrom", "Clip", "File", "identityFile")]
    [InlineData("identityFrom", "Clip", "Automatic", "identityFile4")]
    [InlineData("feather", "0", "10", "featherTop")]
    [InlineData("swapper", "inswapper 128", "Mesh (built in)", "shape")]
    [InlineData("swapper", "Mesh (built in)", "HyperSwap 1a 256", "identityAmount")]
    [InlineData("swapper", "Mesh (built in)", "GHOST 2 256", "maskOutline")]
    [InlineData("swapper", "inswapper 128", "File", "swapperFile")]
    [InlineData("restorer", "GPEN 512", "CodeFormer", "restorerFidelity")]
    [InlineData("restorer", "Off", "GFPGAN 1.4", "restorerBlend")]
    [InlineData("expression", "0", "0.8", "expressionLower")]
    public void Is_grey_and_comes_back(string name, string without, string with, string dependent)
    {
        _instance.Params[name].Parse(without);
        Assert.False(IsEnabled(dependent));
        _instance.Params[name].Parse(with);
        Assert.True(IsEnabled(dependent));
        Assert.Equal(0, _instance.Params[dependent].Properties.GetInteger(OfxParamProps.kOfxParamPropSecret));
    }

    [Fact]
    public void Only_the_point_and_what_networks_look_at_are_grey_at_first()
    {
        foreach (string name in (string[])["facePoint", "swapperFile", "identityAmount", "plateDetail", "maskBox", "regionEyes", "restorerBlend"])
            Assert.False(IsEnabled(name), name);
        foreach (string name in (string[])["identityFile", "faceNumber", "featherTop", "matteChannel", "colourStrength"])
            Assert.True(IsEnabled(name), name);
    }

    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
    }

    private bool IsEnabled(string name) => _instance.Params[name].Properties.GetInteger(OfxParamProps.kOfxParamPropEnabled) != 0;
}
