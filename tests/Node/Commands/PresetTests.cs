using FaceFusion.Host;
using FaceFusion.Host.Parameters;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Commands;

/// <summary>Looks as files, and the reset.</summary>
public sealed class PresetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly HostedInstance _instance;
    private readonly string _file;

    public PresetTests()
    {
        _instance = NodeBinary.Create(_bundle).Instance;
        _file = _folder.File("look.json");
        _instance.Params["presetFile"].Set(_file);
    }

    [Fact]
    public void A_look_comes_back_from_its_file_and_nothing_else_changes()
    {
        Turn("shape=0.8", "feather=31", "featherUnit=Pixels", "featherBottom=1.5", "colourMethod=MKL", "useMatte=false", "matteChannel=Green", "grain=0.25",
            "swapper=GHOST 2 256", "cropSide=512", "maskCombination=Product", "restorer=CodeFormer", "maskBox=false", "maskBlur=3");
        Assert.Equal(OfxStatus.kOfxStatOK, Press("savePreset"));
        Dictionary<string, ParamValue> saved = Values();

        Turn("shape=1.2", "feather=5", "featherUnit=Percent of eye distance", "featherBottom=1", "colourMethod=Off", "useMatte=true", "matteChannel=Alpha", "grain=1",
            "swapper=Mesh (built in)", "cropSide=256", "maskCombination=Minimum", "restorer=Off", "maskBox=true", "maskBlur=0");
        Turn("output=Matte", "faceOrder=From left", "faceNumber=2");
        Assert.Equal(OfxStatus.kOfxStatOK, Press("loadPreset"));

        Dictionary<string, ParamValue> loaded = Values();
        string[] notOfTheLook = ["output", "outputName", "faceOrder", "faceOrderName", "faceNumber"];
        foreach (string name in saved.Keys.Except(notOfTheLook))
            Assert.True(saved[name].Equals(loaded[name]), name);
        Assert.Equal("Matte 2", loaded["outputName"].Text);
        Assert.Equal(2, loaded["faceNumber"].Numbers[0]);
    }

    [Fact]
    public void Keys_make_way_for_a_preset()
    {
        Assert.Equal(OfxStatus.kOfxStatOK, Press("savePreset"));
        _instance.Params["shape"].SetAt(1, ParamValue.OfReals(0.2));
        _instance.Params["shape"].SetAt(9, ParamValue.OfReals(0.4));
        Assert.Equal(OfxStatus.kOfxStatOK, Press("loadPreset"));
        Assert.Empty(_instance.Params["shape"].Keys);
        Assert.Equal(1, _instance.Params["shape"].Value.Numbers[0]);
    }

    [Theory]
    [InlineData("no json", "no JSON")]
    [InlineData("[]", "no FaceFusion preset")]
    [InlineData("""{ "values": {} }""", "no FaceFusion preset")]
    [InlineData("""{ "faceFusionPreset": 9, "values": {} }""", "format 9")]
    [InlineData("""{ "faceFusionPreset": 1, "values": { "shape": 0.3, "grain": "much" } }""", "grain")]
    [InlineData("""{ "faceFusionPreset": 1, "values": { "shape": 0.3, "colourMethod": "Magic" } }""", "colourMethod")]
    [InlineData("""{ "faceFusionPreset": 1, "values": { "shape": 0.3, "useMatte": 1 } }""", "useMatte")]
    [InlineData("""{ "faceFusionPreset": 1, "values": { "shape": 0.3, "mix": 1e999 } }""", "mix")]
    public void A_wrong_file_sets_nothing_and_says_why(string text, string reason)
    {
        File.WriteAllText(_file, text);
        Assert.Equal(OfxStatus.kOfxStatFailed, Press("loadPreset"));
        Assert.Contains(reason, _instance.Messages.All[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, _instance.Params["shape"].Value.Numbers[0]);
    }

    [Fact]
    public void What_another_version_wrote_is_taken_as_far_as_it_is_known()
    {
        File.WriteAllText(_file, """{ "faceFusionPreset": 1, "version": "9.0", "values": { "shape": 7, "aura": 3 } }""");
        Assert.Equal(OfxStatus.kOfxStatOK, Press("loadPreset"));
        Assert.Equal(1.5, _instance.Params["shape"].Value.Numbers[0]);
        Assert.Contains("aura", _instance.Messages.All[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "No preset file")]
    [InlineData("/nowhere/at/all/look.json", "/nowhere/at/all/look.json")]
    public void A_file_that_cannot_be_is_named(string path, string reason)
    {
        _instance.Params["presetFile"].Set(path);
        foreach (string button in (string[])["savePreset", "loadPreset"])
        {
            Assert.Equal(OfxStatus.kOfxStatFailed, Press(button));
            Assert.Contains(reason, _instance.Messages.All[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reset_brings_every_default_back_but_the_identity()
    {
        Dictionary<string, ParamValue> initial = Values();
        _instance.Params["shape"].SetAt(1, ParamValue.OfReals(0.2));
        Turn("identityFile=/a/photo.jpg", "eyes=0.4", "featherUnit=Pixels", "faceOrder=Picked", "faceNumber=3", "colourMethod=Off", "output=Debug", "useMatte=false");
        Assert.Equal(OfxStatus.kOfxStatOK, Press("reset"));

        Dictionary<string, ParamValue> reset = Values();
        Assert.Empty(_instance.Params["shape"].Keys);
        Assert.Equal("/a/photo.jpg", reset["identityFile"].Text);
        foreach (string name in initial.Keys.Where(name => name != "identityFile" && !name.EndsWith("Name", StringComparison.Ordinal)))
            Assert.True(initial[name].Equals(reset[name]), name);
        Assert.Equal("Composite 0", reset["outputName"].Text);
    }

    [Fact]
    public void The_version_is_the_product_s()
    {
        string props = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "Directory.Build.props"));
        Assert.Contains($"<Version>{NodeNames.ProductVersion}</Version>", props, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_networks_and_their_licences_are_told()
    {
        NodeModels.Use();
        Assert.Equal(OfxStatus.kOfxStatOK, Press("aboutNetworks"));
        string text = _instance.Messages.All[^1].Text;
        Assert.Contains("YuNet face detector (640 × 640), MIT", text, StringComparison.Ordinal);
        Assert.Contains("Apache-2.0", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
        _folder.Dispose();
    }

    private OfxStatus Press(string button) => _instance.Params[button].Press();

    private void Turn(params string[] settings)
    {
        foreach (string setting in settings)
            _instance.Params[setting.Split('=')[0]].Parse(setting.Split('=')[1]);
    }

    private Dictionary<string, ParamValue> Values() => _instance.Params
        .Where(param => param.Type is not (OfxParamTypes.kOfxParamTypeGroup or OfxParamTypes.kOfxParamTypePage or OfxParamTypes.kOfxParamTypePushButton))
        .ToDictionary(param => param.Name, param => param.Value);
}
