using FaceFusion.Fusion.Swap;
using FaceFusion.Host;
using FaceFusion.Host.Description;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Parameters;

/// <summary>The parameters as a host sees them: names and options are what saved projects hold on to.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly OfxBundle _bundle = NodeBinary.Open();

    [Theory]
    [InlineData("shape", "faceGroup", 1.0, 0.0, 1.5)]
    [InlineData("eyes", "faceGroup", 0.0, 0.0, 1.0)]
    [InlineData("identityAmount", "swapperGroup", 0.5, 0.0, 1.0)]
    [InlineData("plateDetail", "swapperGroup", 1.0, 0.0, 1.0)]
    [InlineData("maskGrowth", "masksGroup", 0.0, -50.0, 50.0)]
    [InlineData("maskBlur", "masksGroup", 0.0, 0.0, 50.0)]
    [InlineData("restorerBlend", "restorerGroup", 0.8, 0.0, 1.0)]
    [InlineData("restorerFidelity", "restorerGroup", 0.5, 0.0, 1.0)]
    [InlineData("expression", "expressionGroup", 0.0, 0.0, 1.0)]
    [InlineData("editBrows", "editGroup", 0.0, -1.0, 1.0)]
    [InlineData("editYaw", "editGroup", 0.0, -1.0, 1.0)]
    [InlineData("personDistance", "castGroup", 0.3, 0.0, 1.0)]
    [InlineData("mix", "blendGroup", 1.0, 0.0, 1.0)]
    [InlineData("feather", "blendGroup", 5.0, 0.0, 1000.0)]
    [InlineData("featherTop", "featherSidesGroup", 1.0, 0.0, 4.0)]
    [InlineData("featherBottom", "featherSidesGroup", 1.0, 0.0, 4.0)]
    [InlineData("featherLeft", "featherSidesGroup", 1.0, 0.0, 4.0)]
    [InlineData("featherRight", "featherSidesGroup", 1.0, 0.0, 4.0)]
    [InlineData("colourStrength", "colourGroup", 1.0, 0.0, 1.0)]
    [InlineData("grain", "detailGroup", 1.0, 0.0, 1.0)]
    [InlineData("sharpness", "detailGroup", 1.0, 0.0, 1.0)]
    public void A_slider_has_its_place_default_and_range(string name, string group, double initial, double least, double greatest)
    {
        foreach (ContextDescription context in Contexts())
        {
            ParamDescription slider = Find(context, name);
            Assert.Equal(OfxParamTypes.kOfxParamTypeDouble, slider.Type);
            Assert.Equal(group, slider.Parent);
            Assert.Equal(initial, Assert.Single(slider.Default.Numbers.ToArray()));
            Assert.Equal((least, greatest), Assert.Single(slider.Range));
            Assert.True(slider.Animates);
        }
    }

    [Theory]
    [InlineData("identityFrom", "identityGroup", "Automatic", "File", "Clip")]
    [InlineData("faceOrder", "faceGroup", "Largest", "From left", "From right", "From top", "Nearest the centre", "All faces", "Picked", "Best", "Person")]
    [InlineData("detector", "networksGroup", "Automatic", "YuNet", "SCRFD / RetinaFace", "YOLO face", "MediaPipe")]
    [InlineData("landmarks", "networksGroup", "Automatic", "MediaPipe 478", "MediaPipe 468", "2D-FAN 68", "PeppaPig 68", "68 of five", "PFLD 98", "OpenSeeFace 66")]
    [InlineData("recogniser", "networksGroup", "Automatic", "MobileFaceNet", "ArcFace")]
    [InlineData("occlusion", "networksGroup", "Automatic", "Skin, clothes and hair", "BiSeNet 18", "BiSeNet 34", "XSeg 1", "XSeg 2", "XSeg 3")]
    [InlineData("swapper", "swapperGroup", "Mesh (built in)", "inswapper 128", "inswapper 128 fp16", "HyperSwap 1a 256", "HyperSwap 1b 256", "HyperSwap 1c 256", "SimSwap 256", "SimSwap (unofficial) 512", "GHOST 1 256", "GHOST 2 256", "GHOST 3 256", "HifiFace (unofficial) 256", "BlendSwap 256", "UniFace 256", "File")]
    [InlineData("cropSide", "swapperGroup", "Network's own", "256", "384", "512", "768", "1024")]
    [InlineData("maskCombination", "masksGroup", "Minimum", "Product")]
    [InlineData("maskView", "masksGroup", "All chosen", "Box", "Outline", "Regions", "Occlusion", "Network's own")]
    [InlineData("restorer", "restorerGroup", "Off", "GFPGAN 1.2", "GFPGAN 1.3", "GFPGAN 1.4", "GPEN 256", "GPEN 512", "GPEN 1024", "GPEN 2048", "CodeFormer", "RestoreFormer++", "File")]
    [InlineData("featherUnit", "blendGroup", "Percent of eye distance", "Pixels")]
    [InlineData("matteChannel", "blendGroup", "Alpha", "Luminance", "Red", "Green", "Blue")]
    [InlineData("colourMethod", "colourGroup", "Bands", "Histogram", "Reinhard", "MKL", "Off")]
    [InlineData("inputSpace", "colourGroup", "Automatic", "Display (sRGB, Rec.709)", "Scene-linear (Rec.709)", "Scene-linear (ACEScg)", "Scene-linear (ACES2065-1)", "Scene-linear (Rec.2020)", "Rec.709 (BT.1886)", "ACEScct", "ARRI LogC3 (EI 800)", "ARRI LogC4", "Sony S-Log3 (S-Gamut3.Cine)", "Sony S-Log3 (S-Gamut3)", "PQ (Rec.2020)", "HLG (Rec.2020)")]
    [InlineData("output", "outputGroup", "Composite", "Face layer", "Matte", "Debug", "Face matte", "Patch", "ST map", "Inverse ST map")]
    public void A_menu_keeps_its_options_in_their_order(string name, string group, params string[] options)
    {
        foreach (ContextDescription context in Contexts())
        {
            ParamDescription menu = Find(context, name);
            Assert.Equal(OfxParamTypes.kOfxParamTypeChoice, menu.Type);
            Assert.Equal(group, menu.Parent);
            Assert.Equal(options, menu.Options);
            Assert.Equal(0, Assert.Single(menu.Default.Numbers.ToArray()));
            Assert.False(menu.Animates);
        }
    }

    [Fact]
    public void Every_method_and_unit_of_the_engine_has_an_option()
    {
        ContextDescription context = Contexts()[0];
        Assert.Equal(Enum.GetValues<ColourMethod>().Length, Find(context, "colourMethod").Options.Count);
        Assert.Equal(Enum.GetValues<FeatherUnit>().Length, Find(context, "featherUnit").Options.Count);
    }

    [Fact]
    public void Every_parameter_lies_in_a_group_has_a_hint_and_is_never_hidden_but_for_what_only_projects_read()
    {
        foreach (ContextDescription context in Contexts())
        {
            ParamDescription[] groups = [.. context.Params.Where(param => param.Type == OfxParamTypes.kOfxParamTypeGroup)];
            foreach (ParamDescription param in context.Params.Except(groups).Where(param => param.Type != OfxParamTypes.kOfxParamTypePage))
            {
                Assert.True(param.Hint.Length > 0, $"{param.Name} has no hint");
                bool isForProjects = param.Name == "reloads" || NodeNames.PersonFaces.Contains(param.Name) || context.Params.Any(menu => menu.Type == OfxParamTypes.kOfxParamTypeChoice && param.Name == menu.Name + "Name");
                Assert.Equal(isForProjects, param.IsSecret);
                if (!isForProjects)
                    Assert.Contains(param.Parent, groups.Select(group => group.Name));
            }
        }
    }

    public void Dispose() => _bundle.Dispose();

    private static ParamDescription Find(ContextDescription context, string name) => Assert.Single(context.Params, param => param.Name == name);

    private IReadOnlyList<ContextDescription> Contexts()
    {
        IReadOnlyList<ContextDescription> contexts = _bundle[NodeNames.Plugin].Describe().Contexts;
        Assert.Equal(2, contexts.Count);
        return contexts;
    }
}
