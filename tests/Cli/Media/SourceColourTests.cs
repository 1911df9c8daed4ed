using FaceFusion.Cli.Media;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media;

/// <summary>What the offline host tells a plug-in of a file's colours.</summary>
public class SourceColourTests
{
    [Theory]
    [InlineData("bt709", "bt709", "rec1886_rec709_display")]
    [InlineData("smpte170m", "smpte170m", "rec1886_rec709_display")]
    [InlineData("bt2020-10", "bt2020", "rec1886_rec2020_display")]
    [InlineData("iec61966-2-1", "bt709", "srgb_display")]
    [InlineData("iec61966-2-1", "smpte432", "displayp3_display")]
    [InlineData("smpte2084", "bt2020", "rec2100_pq_display")]
    [InlineData("smpte2084", "smpte432", "st2084_p3d65_display")]
    [InlineData("arib-std-b67", "bt2020", "rec2100_hlg_display")]
    [InlineData("linear", "bt709", "lin_rec709_srgb")]
    [InlineData(null, null, "ofx_display_sdr")]
    public void Tags_become_the_name_of_a_colour_space(string? transfer, string? primaries, string expected) =>
        Assert.Equal(expected, SourceColour.OfTags(new ColourTags(null, null, primaries, transfer)));

    [Fact]
    public void A_video_tells_its_curve_and_a_picture_of_floats_is_light()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 2, "-c:v", "ffv1", "-pix_fmt", "yuv420p10le", "-color_primaries", "bt2020", "-color_trc", "arib-std-b67", folder.File("v.mkv"));
        Ffmpeg.MakePattern("64x48", 1, "-pix_fmt", "gbrpf32le", folder.File("s.%04d.exr"));

        Assert.Equal("rec2100_hlg_display", SourceColour.Of(Render.Open(folder.File("v.mkv"))));
        Assert.Equal("ofx_scene_linear", SourceColour.Of(Render.Open(folder.File("s.0001.exr"))));
    }

    [Theory]
    [InlineData("ACEScg", 0.713f, 0.293f, 0.165f, 0.830f, 0.128f, 0.044f, 0.32168f, 0.33767f)]
    [InlineData("ACES2065-1", 0.7347f, 0.2653f, 0f, 1f, 0.0001f, -0.0770f, 0.32168f, 0.33767f)]
    [InlineData("lin_rec709_srgb", 0.64f, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3127f, 0.329f)]
    [InlineData("ofx_scene_linear", 0.5f, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3127f, 0.329f)]
    public void An_OpenEXR_file_tells_its_primaries(string expected, params float[] places)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 1, "-pix_fmt", "gbrpf32le", folder.File("plain.%04d.exr"));
        byte[] plain = File.ReadAllBytes(folder.File("plain.0001.exr"));
        byte[] attribute = [.. "chromaticities\0chromaticities\0"u8, .. BitConverter.GetBytes(32), .. places.SelectMany(BitConverter.GetBytes)];
        File.WriteAllBytes(folder.File("told.0001.exr"), WithAttribute(plain, attribute));

        Assert.Equal(expected, SourceColour.Of(Render.Open(folder.File("told.0001.exr"))));
    }

    [Fact]
    public void Every_name_of_the_command_line_stands_for_another_space() =>
        Assert.Equal(SourceColour.Names.Length, SourceColour.Names.Select(SourceColour.Named).Distinct().Count());

    // The header's attributes begin behind magic and version; the table of blocks counts from the file's start.
    private static byte[] WithAttribute(byte[] file, byte[] attribute)
    {
        byte[] result = [.. file[..8], .. attribute, .. file[8..]];
        int end = 8 + attribute.Length;
        while (result[end] != 0)
        {
            end = Array.IndexOf(result, (byte)0, Array.IndexOf(result, (byte)0, end) + 1) + 1;
            end += 4 + BitConverter.ToInt32(result, end);
        }

        int table = end + 1, blocks = (int)(BitConverter.ToInt64(result, table) + attribute.Length - table) / 8;
        for (int i = 0; i < blocks; i++)
            BitConverter.GetBytes(BitConverter.ToInt64(result, table + (8 * i)) + attribute.Length).CopyTo(result, table + (8 * i));
        return result;
    }
}
