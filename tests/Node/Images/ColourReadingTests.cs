using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Images;

/// <summary>What a clip's numbers are taken for.</summary>
public sealed class ColourReadingTests
{
    private static readonly HostQuirks DisplayHost = HostQuirks.Of(HostTrait.FloatIsDisplayReferred);

    [Theory]
    [InlineData(OfxBitDepths.kOfxBitDepthByte, false)]
    [InlineData(OfxBitDepths.kOfxBitDepthShort, false)]
    [InlineData(OfxBitDepths.kOfxBitDepthHalf, true)]
    [InlineData(OfxBitDepths.kOfxBitDepthFloat, true)]
    public void Without_a_word_from_the_host_the_depth_decides(string depth, bool isLinear)
    {
        NetworkSpace space = ColourReading.Read(InputSpace.Automatic, "", depth, HostQuirks.None);

        Assert.Equal(isLinear ? TransferCurve.SceneLinear : TransferCurve.Display, space.Curve);
        Assert.Equal(isLinear, space.HighlightRollOff);
    }

    [Fact]
    public void A_host_of_display_referred_floats_is_known()
    {
        NetworkSpace space = ColourReading.Read(InputSpace.Automatic, "", OfxBitDepths.kOfxBitDepthFloat, DisplayHost);

        Assert.Equal(new NetworkSpace(TransferCurve.Display, HighlightRollOff: true), space);
    }

    [Theory]
    [InlineData("ofx_scene_linear")]
    [InlineData("scene_linear")]
    [InlineData("ACEScg")]
    [InlineData("ACES2065-1")]
    [InlineData("lin_rec709_srgb")]
    [InlineData("lin_arri_wide_gamut_4")]
    public void A_linear_name_is_believed_even_of_integers_and_display_hosts(string name)
    {
        Assert.Equal(TransferCurve.SceneLinear, Named(name, OfxBitDepths.kOfxBitDepthByte, HostQuirks.None));
        Assert.Equal(TransferCurve.SceneLinear, Named(name, OfxBitDepths.kOfxBitDepthFloat, DisplayHost));
    }

    [Theory]
    [InlineData("srgb_tx")]
    [InlineData("rec1886_rec709_display")]
    [InlineData("ofx_display_hdr")]
    [InlineData("camera_rec709")]
    [InlineData("ofx_scene_log")]
    [InlineData("ACEScct")]
    [InlineData("arri_logc3_ei800")]
    [InlineData("slog3_venice_sgamut3cine")]
    [InlineData("davinci_intermediate_widegamut")]
    public void A_display_or_log_name_is_never_light(string name) =>
        Assert.Equal(TransferCurve.Display, Named(name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None));

    [Theory]
    [InlineData("ofx_raw")]
    [InlineData("CIE-XYZ-D65")]
    [InlineData("Utility - Curve - sRGB")]
    public void A_name_that_says_nothing_leaves_it_to_the_depth(string name)
    {
        Assert.Equal(TransferCurve.SceneLinear, Named(name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None));
        Assert.Equal(TransferCurve.Display, Named(name, OfxBitDepths.kOfxBitDepthByte, HostQuirks.None));
    }

    [Theory]
    [InlineData((int)InputSpace.Display, "ACEScg", TransferCurve.Display)]
    [InlineData((int)InputSpace.SceneLinear, "srgb_tx", TransferCurve.SceneLinear)]
    public void The_artist_has_the_last_word(int choice, string name, TransferCurve expected) =>
        Assert.Equal(expected, ColourReading.Read((InputSpace)choice, name, OfxBitDepths.kOfxBitDepthFloat, HostQuirks.None).Curve);

    private static TransferCurve Named(string name, string depth, HostQuirks quirks) =>
        ColourReading.Read(InputSpace.Automatic, name, depth, quirks).Curve;
}
