using FaceFusion.Fusion.Expressions;
using FaceFusion.Fusion.Swap;
using FaceFusion.Host;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Tests.Parameters;

/// <summary>What the artist sets is what the engine gets.</summary>
public sealed class SwapParametersTests : IDisposable
{
    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly HostedInstance _instance;
    private readonly Effect _effect;

    public SwapParametersTests() => (_instance, _effect) = NodeBinary.Create(_bundle);

    [Fact]
    public void Untouched_they_are_the_engine_s_own_defaults() => Assert.Equal(new SwapOptions(), Read());

    [Theory]
    [InlineData("shape", "1.3")]
    [InlineData("eyes", "0.7")]
    [InlineData("feather", "31")]
    [InlineData("featherUnit", "pixels")]
    [InlineData("featherTop", "1.4")]
    [InlineData("featherBottom", "0.5")]
    [InlineData("featherLeft", "0")]
    [InlineData("featherRight", "2")]
    [InlineData("colourMethod", "reinhard")]
    [InlineData("colourStrength", "0.4")]
    [InlineData("grain", "0.3")]
    [InlineData("sharpness", "0.2")]
    [InlineData("expression", "0.6")]
    [InlineData("editBrows", "0.5")]
    [InlineData("editGazeHorizontal", "-0.5")]
    [InlineData("editGazeVertical", "0.5")]
    [InlineData("editEyesOpen", "-0.5")]
    [InlineData("editLipsOpen", "0.5")]
    [InlineData("editGrim", "-0.5")]
    [InlineData("editPout", "0.5")]
    [InlineData("editPurse", "-0.5")]
    [InlineData("editSmile", "0.5")]
    [InlineData("editMouthHorizontal", "-0.5")]
    [InlineData("editMouthVertical", "0.5")]
    [InlineData("editPitch", "-0.5")]
    [InlineData("editYaw", "0.5")]
    [InlineData("editRoll", "-0.5")]
    public void Each_reaches_its_own_option_and_no_other(string name, string value)
    {
        _instance.Params[name].Parse(value);
        FeatherOptions round = FeatherOptions.Default;
        const float width = FeatherOptions.DefaultPercent;
        SwapOptions expected = name switch
        {
            "shape" => new SwapOptions { Shape = 1.3f },
            "eyes" => new SwapOptions { Eyes = 0.7f },
            "feather" => new SwapOptions { Feather = FeatherOptions.Uniform(31) },
            "featherUnit" => new SwapOptions { Feather = FeatherOptions.Uniform(FeatherOptions.DefaultPixels, FeatherUnit.Pixels) },
            "featherTop" => new SwapOptions { Feather = round with { Top = width * 1.4f } },
            "featherBottom" => new SwapOptions { Feather = round with { Bottom = width * 0.5f } },
            "featherLeft" => new SwapOptions { Feather = round with { Left = 0 } },
            "featherRight" => new SwapOptions { Feather = round with { Right = width * 2 } },
            "colourMethod" => new SwapOptions { Colour = ColourMethod.MeanStd },
            "colourStrength" => new SwapOptions { ColourStrength = 0.4f },
            "grain" => new SwapOptions { Grain = 0.3f },
            "expression" => new SwapOptions { Expression = new ExpressionOptions(0.6f) },
            "editBrows" => Edited(new FaceEdits { Brows = 0.5f }),
            "editGazeHorizontal" => Edited(new FaceEdits { GazeHorizontal = -0.5f }),
            "editGazeVertical" => Edited(new FaceEdits { GazeVertical = 0.5f }),
            "editEyesOpen" => Edited(new FaceEdits { EyesOpen = -0.5f }),
            "editLipsOpen" => Edited(new FaceEdits { LipsOpen = 0.5f }),
            "editGrim" => Edited(new FaceEdits { Grim = -0.5f }),
            "editPout" => Edited(new FaceEdits { Pout = 0.5f }),
            "editPurse" => Edited(new FaceEdits { Purse = -0.5f }),
            "editSmile" => Edited(new FaceEdits { Smile = 0.5f }),
            "editMouthHorizontal" => Edited(new FaceEdits { MouthHorizontal = -0.5f }),
            "editMouthVertical" => Edited(new FaceEdits { MouthVertical = 0.5f }),
            "editPitch" => Edited(new FaceEdits { Pitch = -0.5f }),
            "editYaw" => Edited(new FaceEdits { Yaw = 0.5f }),
            "editRoll" => Edited(new FaceEdits { Roll = -0.5f }),
            _ => new SwapOptions { Sharpness = 0.2f },
        };
        Assert.Equal(expected, Read());
    }

    [Theory]
    [InlineData("Bands", ColourMethod.Bands)]
    [InlineData("Histogram", ColourMethod.Histogram)]
    [InlineData("Reinhard", ColourMethod.MeanStd)]
    [InlineData("MKL", ColourMethod.Linear)]
    [InlineData("Off", ColourMethod.Off)]
    public void A_colour_match_is_called_by_the_name_that_artists_know(string label, ColourMethod method)
    {
        _instance.Params["colourMethod"].Parse(label);
        Assert.Equal(method, Read().Colour);
    }

    [Fact]
    public void A_width_beyond_the_engine_s_is_the_widest()
    {
        _instance.Params["feather"].Set(90.0);
        _instance.Params["featherTop"].Set(3.0);
        Assert.Equal(FeatherOptions.Uniform(90) with { Top = FeatherOptions.MostPercent }, Read().Feather);

        _instance.Params["feather"].Set(400.0);
        Assert.Equal(FeatherOptions.Uniform(FeatherOptions.MostPercent), Read().Feather);

        _instance.Params["featherUnit"].Parse("pixels");
        Assert.Equal(FeatherOptions.Uniform(400, FeatherUnit.Pixels) with { Top = FeatherOptions.MostPixels }, Read().Feather);
    }

    [Fact]
    public void Pixels_are_those_of_the_full_resolution()
    {
        _instance.Params["featherUnit"].Parse("pixels");
        Assert.Equal(0.5f, Read(renderScale: 0.5).Feather.RenderScale);
        Assert.Equal(FeatherOptions.DefaultPixels, Read(renderScale: 0.5).Feather.Top);
    }

    [Fact]
    public void Another_unit_exchanges_the_defaults_and_nothing_that_was_set()
    {
        _instance.Params["featherUnit"].Parse("pixels");
        Assert.Equal(FeatherOptions.DefaultPixels, Feather());
        _instance.Params["featherUnit"].Parse("percent of eye distance");
        Assert.Equal(FeatherOptions.DefaultPercent, Feather());

        _instance.Params["feather"].Set(18.0);
        _instance.Params["featherUnit"].Parse("pixels");
        Assert.Equal(18, Feather());
    }

    [Fact]
    public void An_animated_feather_keeps_its_keys_when_the_unit_changes()
    {
        _instance.Params["feather"].SetAt(1, Host.Parameters.ParamValue.OfReals(FeatherOptions.DefaultPercent));
        _instance.Params["featherUnit"].Parse("pixels");
        Assert.Equal(FeatherOptions.DefaultPercent, Feather());
    }

    private static SwapOptions Edited(FaceEdits edits) => new() { Edits = edits };

    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
    }

    private double Feather() => _instance.Params["feather"].Value.Numbers[0];

    private SwapOptions Read(double renderScale = 1) => SwapParameters.Read(_effect, time: 1, renderScale);
}
