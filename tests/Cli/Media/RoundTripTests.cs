using FaceFusion.Cli.Rendering;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media;

public class RoundTripTests
{
    [Theory]
    [InlineData("png", "rgb24")]
    [InlineData("png", "rgba")]
    [InlineData("png", "gray")]
    [InlineData("png", "rgb48be")]
    [InlineData("png", "rgba64be")]
    [InlineData("tiff", "rgb24")]
    [InlineData("tiff", "rgb48le")]
    [InlineData("dpx", "rgb24")]
    [InlineData("dpx", "gbrp10be")]
    [InlineData("dpx", "gbrp12be")]
    [InlineData("dpx", "rgb48be")]
    [InlineData("exr", "gbrpf32le")]
    [InlineData("exr", "gbrapf32le")]
    public void Every_sample_of_a_picture_returns_unchanged(string extension, string format)
    {
        using TemporaryFolder folder = new();
        byte[] noise = Noise(format, 37, 23);
        Ffmpeg.Encode(noise, format, 37, 23, folder.File($"in.{extension}"));

        Render.Run(folder.File($"in.{extension}"), folder.File($"out.{extension}"));

        string stored = Ffmpeg.Ask(folder.File($"out.{extension}"), "pix_fmt");
        byte[] before = Ffmpeg.Decode(folder.File($"in.{extension}"), Ffmpeg.Ask(folder.File($"in.{extension}"), "pix_fmt"));
        byte[] after = Ffmpeg.Decode(folder.File($"out.{extension}"), stored);
        if (format == "gray")
            before = [.. before.SelectMany(sample => new[] { sample, sample, sample })];
        Assert.Equal(before, after);
    }

    [Fact]
    public void Floats_of_every_kind_return_to_the_bit()
    {
        using TemporaryFolder folder = new();
        uint[] special =
        [
            0x0000_0000, 0x8000_0000, 0x0000_0001, 0x807F_FFFF, 0x3F80_0000, 0x3F80_0001, 0x4120_0000, 0xC2C8_0000,
            0x7F7F_FFFF, 0x7F80_0000, 0xFF80_0000, 0x7FC0_0000, 0xFFC0_1234, 0x7F80_0001, 0x477F_E000, 0x3EAA_AAAB,
        ];
        byte[] planes = [.. Enumerable.Range(0, 3 * 16).SelectMany(i => BitConverter.GetBytes(special[(i + (i / 16)) % 16]))];
        Ffmpeg.Encode(planes, "gbrpf32le", 16, 1, "-format", "float", folder.File("in.exr"));
        Assert.Equal(planes, Ffmpeg.Decode(folder.File("in.exr"), "gbrpf32le"));

        Render.Run(folder.File("in.exr"), folder.File("out.exr"));

        Assert.Equal(planes, Ffmpeg.Decode(folder.File("out.exr"), "gbrpf32le"));
    }

    [Fact]
    public void Every_half_returns_to_the_bit_and_stays_a_half()
    {
        using TemporaryFolder folder = new();
        byte[] plane = [.. Enumerable.Range(0, 65536).SelectMany(bits => BitConverter.GetBytes(FaceFusion.Cli.Media.Pixels.HalfBits.Widen((ushort)bits)))];
        byte[] planes = [.. plane, .. plane, .. plane];
        Ffmpeg.Encode(planes, "gbrpf32le", 256, 256, "-format", "half", folder.File("in.exr"));
        Assert.Equal(planes, Ffmpeg.Decode(folder.File("in.exr"), "gbrpf32le"));
        Assert.True(Render.Open(folder.File("in.exr")).IsHalf);

        Render.Run(folder.File("in.exr"), folder.File("out.exr"));

        Assert.Equal(planes, Ffmpeg.Decode(folder.File("out.exr"), "gbrpf32le"));
        Assert.True(Render.Open(folder.File("out.exr")).IsHalf);
    }

    [Fact]
    public void Floats_are_not_shortened_to_halves()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "gbrpf32le", "-format", "float", folder.File("in.exr"));

        Render.Run(folder.File("in.exr"), folder.File("out.exr"));

        Assert.False(Render.Open(folder.File("in.exr")).IsHalf);
        Assert.False(Render.Open(folder.File("out.exr")).IsHalf);
    }

    [Theory]
    [InlineData("rgb24", "bgr0")]
    [InlineData("rgba", "bgra")]
    [InlineData("rgb48be", "gbrp16le")]
    public void Matroska_is_lossless(string format, string stored)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("32x24", 3, "-pix_fmt", format, folder.File("in.%04d.png"));

        Render.Run(folder.File("in.####.png"), folder.File("video.mkv"));
        Render.Run(folder.File("video.mkv"), folder.File("out.####.png"));

        Assert.Equal(stored, Ffmpeg.Ask(folder.File("video.mkv"), "pix_fmt"));
        for (int frame = 1; frame <= 3; frame++)
            Assert.Equal(Ffmpeg.Decode(folder.File($"in.{frame:D4}.png"), format), Ffmpeg.Decode(folder.File($"out.{frame:D4}.png"), format));
    }

    [Fact]
    public void Eight_bits_pass_through_openexr_and_are_kept()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("32x24", 1, "-pix_fmt", "rgb24", folder.File("in.png"));

        Render.Run(folder.File("in.png"), folder.File("half.exr"));

        byte[] bytes = Ffmpeg.Decode(folder.File("in.png"), "rgb24");
        byte[] planes = Ffmpeg.Decode(folder.File("half.exr"), "gbrpf32le");
        Assert.Equal((float)(Half)(bytes[1] / 255f), BitConverter.ToSingle(planes, 0));
        Assert.Equal((float)(Half)(bytes[^3] / 255f), BitConverter.ToSingle(planes, planes.Length - 4));
    }

    [Fact]
    public void Floats_are_encoded_for_the_display_on_request_alone()
    {
        using TemporaryFolder folder = new();
        float[] grey = [0, 0.0031308f, 0.18f, 0.5f, 1, 7, -1, float.NaN];
        byte[] plane = [.. grey.SelectMany(BitConverter.GetBytes)];
        Ffmpeg.Encode([.. plane, .. plane, .. plane], "gbrpf32le", 8, 1, folder.File("in.exr"));

        CliException failure = Render.Fails("out.png", () => Render.Run(folder.File("in.exr"), folder.File("out.png")));
        Assert.Equal(ExitCode.Usage, failure.Code);
        Assert.False(File.Exists(folder.File("out.png")));
        Render.Run(folder.File("in.exr"), folder.File("out.png"), toDisplay: true);

        byte[] samples = Ffmpeg.Decode(folder.File("out.png"), "rgb48be");
        ushort[] red = [.. Enumerable.Range(0, 8).Select(x => (ushort)((samples[6 * x] << 8) | samples[(6 * x) + 1]))];
        Assert.Equal([0, 2651, 30235, 48192, 65535, 65535, 0, 0], red.Select(value => (int)value));
    }

    [Fact]
    public void Alpha_changes_its_kind_with_the_format()
    {
        using TemporaryFolder folder = new();
        float[] half = [0.25f, 0.25f, 0.25f, 0.5f];
        Ffmpeg.Encode([.. half.SelectMany(BitConverter.GetBytes)], "gbrapf32le", 1, 1, folder.File("in.exr"));

        Render.Run(folder.File("in.exr"), folder.File("out.png"), toDisplay: true);
        Render.Run(folder.File("out.png"), folder.File("back.exr"));

        // 0.25 / 0.5 = 0.5, which the sRGB curve puts at 0.7354; back: 0.7354 · 0.5.
        byte[] straight = Ffmpeg.Decode(folder.File("out.png"), "rgba64be");
        Assert.Equal(48192, (straight[0] << 8) | straight[1]);
        byte[] premultiplied = Ffmpeg.Decode(folder.File("back.exr"), "gbrapf32le");
        Assert.Equal(0.36768f, BitConverter.ToSingle(premultiplied, 0), 1e-4f);
    }

    [Fact]
    public void Premultiplied_colours_stay_so_where_no_alpha_is_held()
    {
        using TemporaryFolder folder = new();
        float[] pixel = [0.25f, 0.25f, 0.25f, 0.5f];
        byte[] planes = [.. pixel.SelectMany(value => Enumerable.Repeat(BitConverter.GetBytes(value), 64).SelectMany(bytes => bytes))];
        Ffmpeg.Encode(planes, "gbrapf32le", 8, 8, folder.File("in.exr"));

        Render.Run(folder.File("in.exr"), folder.File("out.jpg"), toDisplay: true);

        // The sRGB curve puts 0.25 at 0.5371.
        Assert.All(Ffmpeg.Decode(folder.File("out.jpg"), "yuvj444p")[..64], luma => Assert.InRange(luma, 136, 138));
    }

    [Fact]
    public void Files_of_ffmpegs_own_making_are_written_back_inverted()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("20x10", 2, "-pix_fmt", "rgb24", folder.File("in.%04d.png"));

        Render.Run(folder.File("in.%04d.png"), folder.File("out.%04d.png"), new InvertRenderer());

        byte[] before = Ffmpeg.Decode(folder.File("in.0002.png"), "rgb24");
        Assert.Equal([.. before.Select(sample => (byte)(255 - sample))], Ffmpeg.Decode(folder.File("out.0002.png"), "rgb24"));
    }

    private static byte[] Noise(string format, int width, int height)
    {
        FaceFusion.Cli.Media.Pixels.RawLayout layout = FaceFusion.Cli.Media.Pixels.RawLayout.Get(format);
        byte[] noise = new byte[layout.FrameBytes(width, height)];
        new Random(7).NextBytes(noise);
        if (layout.Depth == PixelDepth.Short && layout.Bits < 16)
        {
            for (int i = 0; i < noise.Length; i += 2)
                noise[i] &= (byte)((1 << (layout.Bits - 8)) - 1);
        }

        return noise;
    }
}
