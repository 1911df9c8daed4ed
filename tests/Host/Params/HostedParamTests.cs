using FaceFusion.Host.Parameters;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Params;

/// <summary>The user's hand on parameters: values, texts, ranges, and the sentences for what doesn't fit.</summary>
public sealed class HostedParamTests : ProbedInstance
{
    [Theory]
    [InlineData("gain", "0.5", "0.5")]
    [InlineData("gain", " 1e1 ", "10")]
    [InlineData("int2", "3, -4", "3,-4")]
    [InlineData("rgba", "0,0.25,0.5,1", "0,0.25,0.5,1")]
    [InlineData("bool", "on", "1")]
    [InlineData("bool", "False", "0")]
    [InlineData("choice", "SECOND", "1")]
    [InlineData("choice", "2", "2")]
    [InlineData("strchoice", "second", "second")]
    [InlineData("string", "a, b", "a, b")]
    [InlineData("bytes", "00ff7F", "00FF7F")]
    public void A_text_that_fits_is_taken(string name, string text, string value)
    {
        Instance.Params[name].Parse(text);
        Assert.Equal(value, Instance.Params[name].Value.ToString());
    }

    [Theory]
    [InlineData("gain", "a lot", "Parameter 'gain' takes a number, not 'a lot'.")]
    [InlineData("gain", "11", "Parameter 'gain' takes values from 0 to 10, not 11.")]
    [InlineData("gain", "NaN", "Parameter 'gain' takes values from 0 to 10, not NaN.")]
    [InlineData("gain", "1,2", "Parameter 'gain' takes a number.")]
    [InlineData("int1", "1.5", "Parameter 'int1' takes an integer, not '1.5'.")]
    [InlineData("rgb", "1,2", "Parameter 'rgb' takes 3 numbers separated by commas.")]
    [InlineData("bool", "maybe", "Parameter 'bool' takes true or false, not 'maybe'.")]
    [InlineData("choice", "fourth", "Parameter 'choice' takes an option's index or label, not 'fourth'.")]
    [InlineData("choice", "3", "Parameter 'choice' takes values from 0 to 2, not 3.")]
    [InlineData("strchoice", "fourth", "Parameter 'strchoice' takes one of first, second, third, not 'fourth'.")]
    [InlineData("bytes", "0", "Parameter 'bytes' takes bytes as hexadecimal digits, not '0'.")]
    [InlineData("group", "1", "Parameter 'group' takes no value, not '1'.")]
    public void A_text_that_does_not_fit_is_refused_in_one_sentence(string name, string text, string sentence)
    {
        ParamValue before = Instance.Params[name].Value;
        Assert.Equal(sentence, Assert.Throws<HostException>(() => Instance.Params[name].Parse(text)).Message);
        Assert.Equal(before, Instance.Params[name].Value);
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones()
    {
        string sentence = Assert.Throws<HostException>(() => Instance.Params["mxi"]).Message;
        Assert.StartsWith("There is no parameter 'mxi'; the effect has int1, int2,", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_come_from_the_description()
    {
        Assert.Equal(1, Instance.Params["gain"].Value.Numbers[0]);
        Assert.Equal("0,0,0,0", Instance.Params["rgba"].Value.ToString());
    }

    [Fact]
    public void Keys_mark_the_parameter_as_animating()
    {
        HostedParam gain = Instance.Params["gain"];
        Assert.Equal(0, gain.Properties.GetInteger(OfxParamProps.kOfxParamPropIsAnimating));
        gain.SetAt(5, ParamValue.OfReals(2));
        gain.SetAt(10, ParamValue.OfReals(4));
        Assert.Equal(1, gain.Properties.GetInteger(OfxParamProps.kOfxParamPropIsAnimating));
        Assert.Equal(3, gain.GetAt(7.5).Numbers[0]);

        Instance.GoTo(10);
        gain.Set(8.0);
        Assert.Equal([5, 10], gain.Keys.Select(key => key.Time));
        Assert.Equal(8, gain.Keys[1].Value.Numbers[0]);
    }

    [Fact]
    public void A_string_takes_no_keys()
    {
        HostException refused = Assert.Throws<HostException>(() => Instance.Params["string"].SetAt(1, ParamValue.OfText("x")));
        Assert.Equal("Parameter 'string' doesn't animate; set one value for the whole shot.", refused.Message);
    }

    [Fact]
    public void Only_a_button_can_be_pressed() =>
        Assert.Throws<HostException>(() => Instance.Params["gain"].Press());
}
