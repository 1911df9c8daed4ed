using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media.Probing;

public class MediaProbeTests
{
    [Fact]
    public void A_sequence_tells_its_frames_rate_and_shape()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 3, "-vf", "setsar=2/1", "-pix_fmt", "gbrpf32le", "-format", "half", "-start_number", "1001", folder.File("s.%04d.exr"));

        MediaSource source = Render.Open(folder.File("s.####.exr"));

        Assert.Equal(MediaKind.Sequence, source.Kind);
        Assert.Equal([1001, 1002, 1003], source.Frames);
        Assert.Equal((64, 48), (source.Width, source.Height));
        Assert.Equal(new Rational(2, 1), source.PixelAspect);
        Assert.Equal(new Rational(24, 1), source.FrameRate);
        Assert.Equal((PixelDepth.Float, AlphaMode.Opaque, true), (source.Depth, source.Alpha, source.IsHalf));
        Assert.False(source.IsConverted);
        Assert.Equal(source with { Path = folder.File("s.####.exr") }, Render.Open(folder.Path) with { Path = folder.File("s.####.exr"), Pattern = source.Pattern, Frames = source.Frames });
    }

    [Fact]
    public void A_video_tells_its_frames_colours_and_sound()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make(
            "-f", "lavfi", "-i", "testsrc2=s=64x48:r=30000/1001:d=1", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264", "-pix_fmt", "yuv420p10le",
            "-colorspace", "bt2020nc", "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-color_range", "tv", "-c:a", "aac", folder.File("v.mp4"));

        MediaSource source = Render.Open(folder.File("v.mp4"));

        Assert.Equal(MediaKind.Video, source.Kind);
        Assert.Equal(30, source.Frames.Count);
        Assert.Equal(1, source.Frames[0]);
        Assert.Equal(new Rational(30000, 1001), source.FrameRate);
        Assert.Null(source.Durations);
        Assert.Equal(PixelDepth.Short, source.Depth);
        Assert.Equal(new ColourTags("bt2020nc", "tv", "bt2020", "smpte2084"), source.Colour);
        Assert.Equal("aac", source.Audio!.Value.Codec);
        Assert.False(source.IsTruncated);
    }

    [Fact]
    public void A_turned_video_is_described_upright()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 2, "-c:v", "libx264", "-pix_fmt", "yuv420p", folder.File("flat.mp4"));
        Ffmpeg.Make("-i", folder.File("flat.mp4"), "-c", "copy", "-metadata:s:v", "rotate=90", folder.File("turned.mp4"));

        MediaSource source = Render.Open(folder.File("turned.mp4"));
        Render.Run(folder.File("turned.mp4"), folder.File("out.####.png"));

        Assert.Equal((48, 64), (source.Width, source.Height));
        Assert.Equal("48,64", Ffmpeg.Ask(folder.File("out.0001.png"), "width,height"));
    }

    [Fact]
    public void A_frame_on_its_own_keeps_its_number()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-start_number", "101", folder.File("s.%04d.png"));
        CopyRenderer renderer = new();

        Render.Run(folder.File("s.0101.png"), folder.File("out.####.png"), renderer);

        Assert.Equal([101.0], renderer.Times);
        Assert.True(File.Exists(folder.File("out.0101.png")));
    }

    [Fact]
    public void A_gif_tells_how_long_its_frames_stay()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make("-f", "lavfi", "-i", "testsrc2=s=32x24:r=10", "-frames:v", "3", "-vf", "setpts='if(eq(N,0),0,if(eq(N,1),1,6))/(10*TB)'", "-vsync", "0", "-r", "100", "-final_delay", "20", folder.File("v.gif"));

        MediaSource source = Render.Open(folder.File("v.gif"));

        Assert.Equal(new Rational(10, 1), source.FrameRate);
        Assert.Equal([1, 5, 2], source.Durations);
        Assert.True(source.HasAlpha);
    }

    [Fact]
    public void Input_that_is_missing_empty_or_no_picture_is_named()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("empty.png"), "");
        File.WriteAllText(folder.File("notes.txt"), "Not a picture at all.\n");
        File.WriteAllText(folder.File("text.png"), "Not a picture at all.\n");
        Ffmpeg.Make("-f", "lavfi", "-i", "sine=d=0.1", folder.File("sound.wav"));

        Render.Fails("missing.png", () => Render.Open(folder.File("missing.png")));
        Render.Fails("s.####.png", () => Render.Open(folder.File("s.####.png")));
        foreach (string name in (string[])["empty.png", "notes.txt", "text.png", "sound.wav"])
            Assert.Equal(ExitCode.Failed, Render.Fails(name, () => Render.Open(folder.File(name))).Code);
    }

    [Theory]
    [InlineData("png", "rgb24")]
    [InlineData("jpg", "yuvj420p")]
    [InlineData("exr", "gbrpf32le")]
    [InlineData("dpx", "rgb24")]
    public void A_truncated_picture_is_refused(string extension, string format)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("64x48", 1, "-pix_fmt", format, folder.File($"whole.{extension}"));
        byte[] bytes = File.ReadAllBytes(folder.File($"whole.{extension}"));
        File.WriteAllBytes(folder.File($"cut.{extension}"), bytes[..(bytes.Length * 9 / 10)]);

        Assert.Equal(MediaKind.Still, Render.Open(folder.File($"whole.{extension}")).Kind);
        Render.Fails($"cut.{extension}", () => Render.Open(folder.File($"cut.{extension}")));
    }
}
