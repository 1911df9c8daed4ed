using System.Runtime.Versioning;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media.Writing;

public class OutputTests
{
    [Fact]
    public void Video_keeps_rate_tags_and_sound()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make(
            "-f", "lavfi", "-i", "testsrc2=s=64x48:r=30000/1001:d=1", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264", "-crf", "1", "-pix_fmt", "yuv420p",
            "-vf", "scale=out_color_matrix=bt709,setsar=4/3", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-c:a", "aac", folder.File("in.mp4"));

        Render.Run(folder.File("in.mp4"), folder.File("out.mp4"));

        MediaSource before = Render.Open(folder.File("in.mp4")), after = Render.Open(folder.File("out.mp4"));
        Assert.Equal(new ColourTags("bt709", "tv", "bt709", "bt709"), after.Colour);
        Assert.Equal(before.FrameRate, after.FrameRate);
        Assert.Equal(before.Frames, after.Frames);
        Assert.Equal(new Rational(4, 3), after.PixelAspect);
        Assert.Equal("aac", after.Audio!.Value.Codec);
        byte[] soundBefore = Ffmpeg.Run(Ffmpeg.Tools.Ffmpeg, ["-v", "error", "-i", folder.File("in.mp4"), "-map", "0:a", "-c", "copy", "-f", "adts", "pipe:1"]);
        byte[] soundAfter = Ffmpeg.Run(Ffmpeg.Tools.Ffmpeg, ["-v", "error", "-i", folder.File("out.mp4"), "-map", "0:a", "-c", "copy", "-f", "adts", "pipe:1"]);
        Assert.Equal(soundBefore, soundAfter);
    }

    [Theory]
    [InlineData("aac", "in.mp4", "out.mp4", "aac")]
    [InlineData("pcm_s16le", "in.mkv", "out.mp4", "aac")]
    [InlineData("pcm_s16le", "in.mkv", "out.mov", "pcm_s16le")]
    [InlineData("pcm_s16le", "in.mkv", "out.mkv", "pcm_s16le")]
    public void A_part_of_a_video_takes_its_part_of_the_sound(string codec, string input, string output, string expected)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make(
            "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=3", "-f", "lavfi", "-i", "aevalsrc=if(lt(t\\,1)\\,0\\,0.5*sin(2764*t)):d=3",
            "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", codec, folder.File(input));

        Render.Run(folder.File(input), folder.File(output), frames: "26-50");

        Assert.Equal(expected, Render.Open(folder.File(output)).Audio!.Value.Codec);
        byte[] bytes = Ffmpeg.Run(Ffmpeg.Tools.Ffmpeg, ["-v", "error", "-i", folder.File(output), "-f", "s16le", "-ac", "1", "-ar", "8000", "pipe:1"]);
        short[] samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();
        Assert.InRange(samples.Length, 7500, 8800);

        // The source is silent for its first second, which was left out.
        Assert.True(samples.Take(2000).Max() > 8000, "the tone begins late");
        Assert.True(samples.Skip(6000).Take(1000).Max() > 8000, "the tone ends early");
    }

    [Theory]
    [InlineData("48x32", "smpte170m")]
    [InlineData("1280x720", "bt709")]
    public void Untagged_colours_survive_video_within_its_precision(string size, string matrix)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make("-f", "lavfi", "-i", $"color=0xC83232:s={size}", "-frames:v", "1", "-pix_fmt", "rgb24", folder.File("in.png"));

        Render.Run(folder.File("in.png"), folder.File("out.mp4"));
        Render.Run(folder.File("out.mp4"), folder.File("back.png"));

        Assert.Equal(matrix, Ffmpeg.Ask(folder.File("out.mp4"), "color_space"));
        byte[] colour = Ffmpeg.Decode(folder.File("back.png"), "rgb24")[..3];
        Assert.InRange(colour[0], 0xC8 - 2, 0xC8 + 2);
        Assert.InRange(colour[1], 0x32 - 2, 0x32 + 2);
        Assert.InRange(colour[2], 0x32 - 2, 0x32 + 2);
    }

    [Fact]
    public void ProRes_keeps_sixteen_bits_and_alpha()
    {
        using TemporaryFolder folder = new();
        byte[] half = [.. Enumerable.Range(0, 32 * 32).SelectMany(_ => (byte[])[0x40, 0x12, 0x80, 0x34, 0xC0, 0x56, 0x80, 0x00])];
        Ffmpeg.Encode(half, "rgba64be", 32, 32, folder.File("in.0001.png"));

        Render.Run(folder.File("in.####.png"), folder.File("out.mov"));

        Assert.Equal("prores", Ffmpeg.Ask(folder.File("out.mov"), "codec_name"));
        MediaSource video = Render.Open(folder.File("out.mov"));
        Assert.True(video.HasAlpha);
        Render.Run(folder.File("out.mov"), folder.File("back.####.png"));
        byte[] pixel = Ffmpeg.Decode(folder.File("back.0001.png"), "rgba64be")[..8];
        Assert.InRange((pixel[0] << 8) | pixel[1], 0x4012 - 0x100, 0x4012 + 0x100);
        Assert.InRange((pixel[6] << 8) | pixel[7], 0x8000 - 0x40, 0x8000 + 0x40);
    }

    [Fact]
    public void Odd_sizes_are_neither_cropped_nor_padded()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 2, "-vf", "format=rgb24,crop=63:47", folder.File("in.%04d.png"));

        Render.Run(folder.File("in.####.png"), folder.File("out.mp4"));

        Assert.Equal("63,47,yuv444p", Ffmpeg.Ask(folder.File("out.mp4"), "width,height,pix_fmt"));
    }

    [Fact]
    public void A_gif_keeps_its_timing()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make("-f", "lavfi", "-i", "testsrc2=s=32x24:r=10", "-frames:v", "3", "-vf", "setpts='if(eq(N,0),0,if(eq(N,1),1,6))/(10*TB)'", "-vsync", "0", "-r", "100", "-final_delay", "20", folder.File("in.gif"));

        Render.Run(folder.File("in.gif"), folder.File("out.gif"));
        Render.Run(folder.File("in.gif"), folder.File("out.mkv"));
        Render.Run(folder.File("in.gif"), folder.File("out.####.png"));

        Assert.Equal("8", Ffmpeg.Ask(folder.File("out.mkv"), "nb_read_packets"));
        Assert.Equal(new Rational(10, 1), Render.Open(folder.File("out.mkv")).FrameRate);
        MediaSource gif = Render.Open(folder.File("out.gif"));
        Assert.Equal(0.8, Enumerable.Range(1, gif.Frames.Count).Sum(gif.DurationOf) / gif.FrameRate.Value, 1e-9);
        Assert.Equal(3, folder.Names().Count(name => name.EndsWith(".png", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_second_frame_makes_a_video_of_half_the_rate()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("32x24", 8, "-pix_fmt", "rgb24", folder.File("in.%04d.png"));

        Render.Run(folder.File("in.####.png"), folder.File("out.mp4"), frames: "1-8x2");

        Assert.Equal(new Rational(12, 1), Render.Open(folder.File("out.mp4")).FrameRate);
        Assert.Equal("4", Ffmpeg.Ask(folder.File("out.mp4"), "nb_read_packets"));
    }

    [Theory]
    [InlineData("out.xyz", ExitCode.Usage)]
    [InlineData("out", ExitCode.Usage)]
    [InlineData("out.png", ExitCode.Usage)]
    [InlineData("out.####.mp4", ExitCode.Usage)]
    [InlineData("in.0001.png/out.####.png", ExitCode.Failed)]
    [InlineData("in.0001.png/out.mp4", ExitCode.Failed)]
    [InlineData("in.0001.png/deeper/out.mp4", ExitCode.Failed)]
    public void An_output_that_cannot_be_is_named(string output, int code)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 2, "-pix_fmt", "rgb24", folder.File("in.%04d.png"));

        Assert.Equal(code, Render.Fails(output, () => Render.Run(folder.File("in.####.png"), folder.File(output))).Code);
        Assert.Equal(["in.0001.png", "in.0002.png"], folder.Names());
    }

    [Theory]
    [InlineData("out/f.####.png")]
    [InlineData("out/f.####.exr")]
    [InlineData("out/f.####.tif")]
    [InlineData("out/f.mkv")]
    [InlineData("out/f.mp4")]
    [InlineData("out/f.gif")]
    [UnsupportedOSPlatform("windows")]
    public void A_full_disk_fails_the_render_and_leaves_no_half_file(string output)
    {
        // The kernel's limit on file sizes stops the real ffmpeg in the middle of a file, as a full disk does.
        using TemporaryFolder folder = new();
        Ffmpeg.Make("-f", "lavfi", "-i", "nullsrc=s=200x150,geq=random(1)*255:random(2)*255:random(3)*255", "-frames:v", "3", "-pix_fmt", "rgb24", folder.File("in.%04d.png"));
        string limited = folder.File("tools");
        Directory.CreateDirectory(limited);
        File.CreateSymbolicLink(Path.Combine(limited, "ffprobe"), Ffmpeg.Tools.Ffprobe);
        string program = Path.Combine(limited, "ffmpeg");
        File.WriteAllText(program, $"#!/bin/bash\ntrap '' XFSZ\nulimit -f 16\nexec '{Ffmpeg.Tools.Ffmpeg}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        CliException failure = Render.Fails(output, () => Render.Run(folder.File("in.####.png"), folder.File(output), tools: FfmpegTools.Locate(limited, null)));

        Assert.Equal(ExitCode.Failed, failure.Code);
        Assert.Empty(folder.Names("out"));
    }

    [Fact]
    public void Missing_programs_are_named_with_their_remedy()
    {
        using TemporaryFolder folder = new();

        CliException failure = Render.Fails("ffmpeg", () => FfmpegTools.Locate(null, folder.Path));

        Assert.Contains("apt-get install ffmpeg", failure.Message, StringComparison.Ordinal);
    }
}
