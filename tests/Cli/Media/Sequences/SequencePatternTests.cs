using FaceFusion.Cli.Media.Sequences;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media.Sequences;

public class SequencePatternTests
{
    [Theory]
    [InlineData("shot.####.exr", "shot.", 4, ".exr")]
    [InlineData("shot.#.exr", "shot.", 1, ".exr")]
    [InlineData("shot_%04d.png", "shot_", 4, ".png")]
    [InlineData("%d.png", "", 1, ".png")]
    [InlineData("a/b/shot.%06d.v2.png", "shot.", 6, ".v2.png")]
    public void A_pattern_is_read(string text, string prefix, int padding, string suffix)
    {
        SequencePattern? pattern = SequencePattern.TryParse(text);

        Assert.Equal(new(Path.GetDirectoryName(text)!, prefix, padding, suffix), pattern);
    }

    [Theory]
    [InlineData("shot.0001.exr")]
    [InlineData("a####/shot.exr")]
    [InlineData("100%.png")]
    public void A_plain_name_is_no_pattern(string text) => Assert.Null(SequencePattern.TryParse(text));

    [Theory]
    [InlineData(7, "shot.0007.exr")]
    [InlineData(12345, "shot.12345.exr")]
    public void A_frame_has_at_least_the_digits_of_its_pattern(int number, string file) =>
        Assert.Equal(Path.Combine("plates", file), SequencePattern.TryParse("plates/shot.####.exr")!.File(number));

    [Fact]
    public void Only_files_of_the_pattern_are_its_frames()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["s.0003.png", "s.0001.png", "s.10000.png", "s.004.png", "s.00005.png", "s.0006.jpg", "s.abcd.png", "t.0007.png"])
            File.WriteAllText(folder.File(name), "");

        Assert.Equal([1, 3, 10000], SequencePattern.TryParse(folder.File("s.####.png"))!.FindFrames());
    }

    [Fact]
    public void Unpadded_numbers_rise_by_value()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["s9.png", "s10.png", "s010.png"])
            File.WriteAllText(folder.File(name), "");

        Assert.Equal([9, 10], SequencePattern.TryParse(folder.File("s%d.png"))!.FindFrames());
    }

    [Theory]
    [InlineData("shot.0101.exr", 101, "shot.####.exr")]
    [InlineData("shot.101.exr", 101, "shot.#.exr")]
    [InlineData("v2_007.png", 7, "v2_###.png")]
    public void A_frames_name_tells_its_number(string file, int number, string pattern)
    {
        (SequencePattern Pattern, int Number)? frame = SequencePattern.TryParseFrame(file);

        Assert.Equal(number, frame!.Value.Number);
        Assert.Equal(pattern, frame.Value.Pattern.ToString());
        Assert.Equal(file, frame.Value.Pattern.File(number));
    }

    [Theory]
    [InlineData("portrait.png")]
    [InlineData("take2_final.png")]
    [InlineData("clip.mp4")]
    public void A_name_without_a_number_before_its_extension_is_no_frame(string file) => Assert.Null(SequencePattern.TryParseFrame(file));

    [Fact]
    public void The_one_sequence_of_a_folder_is_found_beyond_its_padding()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["s.0998.png", "s.10000.png", "notes.txt", "s.thumb.png"])
            File.WriteAllText(folder.File(name), "");

        Assert.Equal(folder.File("s.####.png"), SequenceFolder.Find(folder.Path).ToString());
    }

    [Fact]
    public void A_folder_of_several_or_no_sequences_is_refused()
    {
        using TemporaryFolder folder = new();
        Render.Fails(folder.Path, () => SequenceFolder.Find(folder.Path));

        File.WriteAllText(folder.File("a.01.png"), "");
        File.WriteAllText(folder.File("b.01.png"), "");
        CliException failure = Render.Fails("a.##.png", () => SequenceFolder.Find(folder.Path));
        Assert.Contains("b.##.png", failure.Message, StringComparison.Ordinal);
    }
}
