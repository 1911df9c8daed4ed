using FaceFusion.Cli.Rendering;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Rendering;

public class RenderJobTests
{
    [Fact]
    public void A_sequence_with_gaps_keeps_its_numbers_and_times()
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 8);
        File.Delete(folder.File("in.0003.png"));
        File.Delete(folder.File("in.0004.png"));
        CopyRenderer renderer = new();

        RenderReport report = Render.Run(folder.File("in.####.png"), folder.File("out/f.###.png"), renderer, "2-7");

        Assert.Equal([2.0, 5, 6, 7], renderer.Times);
        Assert.Equal(["f.002.png", "f.005.png", "f.006.png", "f.007.png"], folder.Names("out"));
        Assert.Equal(Ffmpeg.Decode(folder.File("in.0005.png"), "rgb24"), Ffmpeg.Decode(folder.File("out/f.005.png"), "rgb24"));
        Assert.Contains("gap", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in.####.png")]
    [InlineData("in.mkv")]
    public void Every_nth_frame_of_a_range_is_the_same_frame(string input)
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 10);
        Ffmpeg.Make("-framerate", "24", "-i", folder.File("in.%04d.png"), "-c:v", "ffv1", "-pix_fmt", "bgr0", folder.File("in.mkv"));
        CopyRenderer renderer = new();

        Render.Run(folder.File(input), folder.File("out/f.####.png"), renderer, "2-9x3");

        Assert.Equal([2.0, 5, 8], renderer.Times);
        foreach (int frame in (int[])[2, 5, 8])
            Assert.Equal(Ffmpeg.Decode(folder.File($"in.{frame:D4}.png"), "rgb24"), Ffmpeg.Decode(folder.File($"out/f.{frame:D4}.png"), "rgb24"));
    }

    [Fact]
    public void A_range_outside_the_source_is_a_usage_error()
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 3);

        CliException failure = Render.Fails("1-3", () => Render.Run(folder.File("in.####.png"), folder.File("out.####.png"), frames: "2-4"));

        Assert.Equal(ExitCode.Usage, failure.Code);
    }

    [Theory]
    [InlineData("in.####.png")]
    [InlineData("in.mkv")]
    public void Resume_renders_what_is_missing_and_leaves_the_rest(string input)
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 6);
        Ffmpeg.Make("-i", folder.File("in.%04d.png"), "-c:v", "ffv1", "-pix_fmt", "bgr0", folder.File("in.mkv"));
        Directory.CreateDirectory(folder.File("out"));
        foreach (int frame in (int[])[2, 4, 5])
            File.WriteAllText(folder.File($"out/f.{frame:D4}.png"), "kept");
        CopyRenderer renderer = new();

        RenderReport report = Render.Run(folder.File(input), folder.File("out/f.####.png"), renderer, existing: ExistingFiles.Keep);

        Assert.Equal([1.0, 3, 6], renderer.Times);
        Assert.Equal((3, 3), (report.Rendered, report.Skipped));
        Assert.Equal("kept", File.ReadAllText(folder.File("out/f.0004.png")));
        Assert.Equal(Ffmpeg.Decode(folder.File("in.0006.png"), "rgb24"), Ffmpeg.Decode(folder.File("out/f.0006.png"), "rgb24"));

        RenderReport again = Render.Run(folder.File(input), folder.File("out/f.####.png"), renderer, existing: ExistingFiles.Keep);
        Assert.Equal((0, 6), (again.Rendered, again.Skipped));
    }

    [Fact]
    public void Files_that_exist_are_replaced_on_request_alone()
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 2);
        File.WriteAllText(folder.File("out.0002.png"), "kept");
        File.WriteAllText(folder.File("out.mp4"), "kept");

        Assert.Equal(ExitCode.Usage, Render.Fails("out.0002.png", () => Render.Run(folder.File("in.####.png"), folder.File("out.####.png"))).Code);
        Assert.Equal(ExitCode.Usage, Render.Fails("out.mp4", () => Render.Run(folder.File("in.####.png"), folder.File("out.mp4"))).Code);
        Assert.Equal("kept", File.ReadAllText(folder.File("out.mp4")));
        Assert.False(File.Exists(folder.File("out.0001.png")));

        Render.Run(folder.File("in.####.png"), folder.File("out.####.png"), existing: ExistingFiles.Replace);
        Assert.Equal(Ffmpeg.Decode(folder.File("in.0002.png"), "rgb24"), Ffmpeg.Decode(folder.File("out.0002.png"), "rgb24"));
    }

    [Fact]
    public void The_input_is_never_the_output()
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 2);

        Render.Fails("in.####.png", () => Render.Run(folder.File("in.%04d.png"), folder.File("in.####.png"), existing: ExistingFiles.Replace));
    }

    [Theory]
    [InlineData("out.####.png")]
    [InlineData("out.mp4")]
    public void Cancelling_leaves_nothing_half_written(string output)
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 12, "320x240");
        using CancellationTokenSource cancellation = new();
        ActionRenderer renderer = new(time =>
        {
            if (time >= 5)
                cancellation.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => Render.Run(folder.File("in.####.png"), folder.File("out/" + output), renderer, token: cancellation.Token));

        Assert.All(folder.Names("out"), name => Assert.Equal(Ffmpeg.Decode(folder.File(name.Replace("out", "in", StringComparison.Ordinal)), "rgb24"), Ffmpeg.Decode(folder.File("out/" + name), "rgb24")));
        Assert.False(File.Exists(folder.File("out/out.mp4")));
        Assert.DoesNotContain(folder.Names("out"), name => name.Contains("partial", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("out.####.png")]
    [InlineData("out.mov")]
    public void A_failing_renderer_fails_the_render_and_leaves_nothing(string output)
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 6);
        ActionRenderer renderer = new(time =>
        {
            if (time >= 2)
                throw new CliException("The face in 'x.jpg' can't be found; choose another photo.");
        });

        Render.Fails("x.jpg", () => Render.Run(folder.File("in.####.png"), folder.File("out/" + output), renderer));

        Assert.DoesNotContain(folder.Names("out"), name => !name.StartsWith("out.0001", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_that_breaks_the_sequence_is_named()
    {
        using TemporaryFolder folder = new();
        Pattern(folder, 6);
        Ffmpeg.MakePattern("32x32", 1, "-pix_fmt", "rgb24", folder.File("in.0004.png"));
        CliException size = Render.Fails("in.0004.png", () => Render.Run(folder.File("in.####.png"), folder.File("a/out.####.png")));
        Assert.Contains("size", size.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("out.0004.png", folder.Names("a"));

        Ffmpeg.MakePattern("64x48", 1, "-pix_fmt", "rgba", folder.File("in.0004.png"));
        Render.Fails("in.0004.png", () => Render.Run(folder.File("in.####.png"), folder.File("b/out.####.png")));

        File.WriteAllText(folder.File("in.0004.png"), "not a picture");
        Render.Fails("in.0004.png", () => Render.Run(folder.File("in.####.png"), folder.File("c/out.####.png")));

        byte[] whole = File.ReadAllBytes(folder.File("in.0005.png"));
        File.WriteAllBytes(folder.File("in.0004.png"), whole[..(whole.Length / 2)]);
        CliException cut = Render.Fails("in.0004.png", () => Render.Run(folder.File("in.####.png"), folder.File("d/out.####.png")));
        Assert.Contains("truncated", cut.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("out.0004.png", folder.Names("d"));
    }

    [Theory]
    [InlineData("mp4", "-movflags", "+faststart")]
    [InlineData("mp4", "-movflags", "0")]
    [InlineData("mkv", "-f", "matroska")]
    public void A_truncated_video_is_refused_and_what_is_there_can_be_rendered(string extension, string option, string value)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("320x240", 48, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "12", option, value, folder.File($"whole.{extension}"));
        byte[] bytes = File.ReadAllBytes(folder.File($"whole.{extension}"));
        string cut = folder.File($"cut.{extension}");
        File.WriteAllBytes(cut, bytes[..(bytes.Length * 6 / 10)]);

        CliException failure = Render.Fails($"cut.{extension}", () => Render.Run(cut, folder.File("out.mkv")));

        Assert.Contains("truncated", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out.mkv")));
        if (value == "0")
            return;

        Render.Run(cut, folder.File("out.mkv"), frames: "1-12");
        Assert.Equal("12", Ffmpeg.Ask(folder.File("out.mkv"), "nb_read_packets"));
    }

    private static void Pattern(TemporaryFolder folder, int frames, string size = "64x48") =>
        Ffmpeg.MakePattern(size, frames, "-pix_fmt", "rgb24", folder.File("in.%04d.png"));
}
