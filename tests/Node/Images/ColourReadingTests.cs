using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Images;

/// <summary>What a clip's numbers are taken for.</summary>
public sealed class ColourReadingTests
{
    private static readonly HostQuirks DisplayHost = HostQuirks.None with { FloatIsDisplayReferred = true };

    [Theory]
    [InlineData(OfxBitDepths.kOfxBitDepthByte, false)]
    [InlineData(OfxBitDepths.kOfxBitDepthShort, false)]
    [InlineData(OfxBitDepths.kOfxBitDepthHalf, true)]
    [InlineData(OfxBitDepths.kOfxBitDepthFloat, true)]
    public void Without_a_word_from_the_host_the_depth_decides(string depth, bool isLinear)
    {
        NetworkSpace space = ColourReading.Read(InputSpace.Automatic, "", depth, HostQuirks.None);

        Assert.Equal(new NetworkSpace(isLinear ? TransferCurve.SceneLinear : TransferCurve.Display, HighlightRollOff: isLinear), space);
    }

    [Fact]
    public void A_host_of_display_referred_floats_is_known()
    {
        NetworkSpace space = ColourReading.Read(InputSpace.Automatic, "", OfxBitDepths.kOfxBitDepthFloat, DisplayHost);

        Assert.Equal(new NetworkSpace(TransferCurve.Display, HighlightRollOff: true), space);
    }

    [Theory]
    [InlineData("ofx_scene_linear", ColourPrimaries.Rec709)]
    [InlineData("lin_rec709_srgb", ColourPrimaries.Rec709)]
    [InlineData("Utility - Linear - sRGB", ColourPrimaries.Rec709)]
    [InlineData("linear", ColourPrimaries.Rec709)]
    [InlineData("lin_vgamut", ColourPrimaries.Rec709)]
    [InlineData("scene_linear", ColourPrimaries.AcesAp1)]
    [InlineData("ACEScg", ColourPrimaries.AcesAp1)]
    [InlineData("ACES - ACEScg", ColourPrimaries.AcesAp1)]
    [InlineData("ACES2065-1", ColourPrimaries.AcesAp0)]
    [InlineData("aces_interchange", ColourPrimaries.AcesAp0)]
    [InlineData("Linear Rec.2020", ColourPrimaries.Rec2020)]
    [InlineData("lin_p3d65", ColourPrimaries.P3D65)]
    [InlineData("lin_arri_wide_gamut_4", ColourPrimaries.ArriWideGamut4)]
    [InlineData("Linear S-Gamut3.Cine", ColourPrimaries.SGamut3Cine)]
    public void A_linear_name_is_believed_even_of_integers_and_display_hosts(string name, ColourPrimaries primaries)
    {
        Assert.Equal((TransferCurve.SceneLinear, primaries), Named(name, OfxBitDepths.kOfxBitDepthByte, HostQuirks.None));
        Assert.Equal((TransferCurve.SceneLinear, primaries), Named(name, OfxBitDepths.kOfxBitDepthFloat, DisplayHost));
    }

    [Theory]
    [InlineData("srgb_tx", TransferCurve.Display, ColourPrimaries.Rec709)]
    [InlineData("sRGB - Display", TransferCurve.Display, ColourPrimaries.Rec709)]
    [InlineData("displayp3_display", TransferCurve.Display, ColourPrimaries.P3D65)]
    [InlineData("g22_rec709_tx", TransferCurve.Display, ColourPrimaries.Rec709)]
    [InlineData("rec1886_rec709_display", TransferCurve.Bt1886, ColourPrimaries.Rec709)]
    [InlineData("Output - Rec.709", TransferCurve.Bt1886, ColourPrimaries.Rec709)]
    [InlineData("camera_rec709", TransferCurve.Bt1886, ColourPrimaries.Rec709)]
    [InlineData("rec2100_pq_display", TransferCurve.Pq, ColourPrimaries.Rec2020)]
    [InlineData("Rec.2100-HLG - Display", TransferCurve.Hlg, ColourPrimaries.Rec2020)]
    [InlineData("ACEScct", TransferCurve.AcesCct, ColourPrimaries.AcesAp1)]
    [InlineData("compositing_log", TransferCurve.AcesCct, ColourPrimaries.AcesAp1)]
    [InlineData("arri_logc3_ei800", TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3)]
    [InlineData("Input - ARRI - V3 LogC (EI800) - Wide Gamut", TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3)]
    [InlineData("ARRI LogC4", TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4)]
    [InlineData("slog3_venice_sgamut3cine", TransferCurve.SLog3, ColourPrimaries.SGamut3Cine)]
    [InlineData("S-Log3 S-Gamut3", TransferCurve.SLog3, ColourPrimaries.SGamut3)]
    public void A_coded_name_is_its_curve_and_its_primaries(string name, TransferCurve curve, ColourPrimaries primaries) =>
        Assert.Equal((curve, primaries), Named(name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None));

    [Theory]
    [InlineData("ofx_display_hdr")]
    [InlineData("ofx_scene_log")]
    [InlineData("davinci_intermediate_widegamut")]
    [InlineData("Log3G10 REDWideGamutRGB")]
    public void A_log_or_display_that_is_not_known_more_closely_is_never_light(string name) =>
        Assert.Equal((TransferCurve.Display, ColourPrimaries.Rec709), Named(name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None));

    [Theory]
    [InlineData("ofx_raw")]
    [InlineData("CIE-XYZ-D65")]
    [InlineData("Utility - Curve - sRGB")]
    public void A_name_that_says_nothing_leaves_it_to_the_depth(string name)
    {
        Assert.Equal((TransferCurve.SceneLinear, ColourPrimaries.Rec709), Named(name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None));
        Assert.Equal((TransferCurve.Display, ColourPrimaries.Rec709), Named(name, OfxBitDepths.kOfxBitDepthByte, HostQuirks.None));
    }

    [Theory]
    [InlineData(nameof(InputSpace.Display), "ACEScg", TransferCurve.Display, ColourPrimaries.Rec709)]
    [InlineData(nameof(InputSpace.SceneLinear), "srgb_tx", TransferCurve.SceneLinear, ColourPrimaries.Rec709)]
    [InlineData(nameof(InputSpace.LogC4), "ACEScg", TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4)]
    [InlineData(nameof(InputSpace.Hlg), "", TransferCurve.Hlg, ColourPrimaries.Rec2020)]
    public void The_artist_has_the_last_word(string choice, string name, TransferCurve curve, ColourPrimaries primaries)
    {
        NetworkSpace space = ColourReading.Read(Enum.Parse<InputSpace>(choice), name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None);
        Assert.Equal((curve, primaries), (space.Curve, space.Primaries));
    }

    [Theory]
    [InlineData(nameof(InputSpace.Display), false)]
    [InlineData(nameof(InputSpace.SceneLinear), false)]
    [InlineData(nameof(InputSpace.Rec709), false)]
    [InlineData(nameof(InputSpace.AcesCg), true)]
    [InlineData(nameof(InputSpace.LogC3), true)]
    [InlineData(nameof(InputSpace.Pq), true)]
    public void Integers_are_rolled_off_where_they_hold_more_than_white(string choice, bool isRolledOff) =>
        Assert.Equal(isRolledOff, ColourReading.Read(Enum.Parse<InputSpace>(choice), "", OfxBitDepths.kOfxBitDepthShort, HostQuirks.None).HighlightRollOff);

    [Fact]
    public void Every_choice_is_another_space_and_projects_keep_its_number_and_name()
    {
        string[] names = ["Automatic", "Display", "SceneLinear", "AcesCg", "Aces2065", "LinearRec2020", "Rec709", "AcesCct", "LogC3", "LogC4", "SLog3Cine", "SLog3", "Pq", "Hlg"];
        Assert.Equal(names, Enum.GetNames<InputSpace>());
        Assert.Equal(names.Length - 1, Enum.GetValues<InputSpace>().Select(InputSpaces.Of).Distinct().Count());
    }

    private static (TransferCurve Curve, ColourPrimaries Primaries) Named(string name, string depth, HostQuirks quirks)
    {
        NetworkSpace space = ColourReading.Read(InputSpace.Automatic, name, depth, quirks);
        return (space.Curve, space.Primaries);
    }
}
