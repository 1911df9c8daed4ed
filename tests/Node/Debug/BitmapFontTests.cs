using FaceFusion.Node.Debug;

namespace FaceFusion.Node.Tests.Debug;

/// <summary>The letters of the debug view.</summary>
public sealed class BitmapFontTests
{
    private const string Drawn = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:%-+/()'=?!_#";

    [Fact]
    public void Every_glyph_lies_in_its_cell_and_is_like_no_other()
    {
        HashSet<string> seen = [Picture(' ')];
        foreach (char character in Drawn)
        {
            for (int row = 0; row < BitmapFont.GlyphHeight; row++)
                Assert.InRange(BitmapFont.Row(character, row), 0, (1 << BitmapFont.GlyphWidth) - 1);
            Assert.True(seen.Add(Picture(character)), $"'{character}' looks like another");
        }
    }

    [Fact]
    public void Space_is_empty() => Assert.DoesNotContain('#', Picture(' '));

    [Fact]
    public void The_leftmost_pixel_is_the_highest_bit() => Assert.Equal(
        "#....\n#....\n#....\n#....\n#....\n#....\n#####\n", Picture('L'));

    [Fact]
    public void Lower_case_is_drawn_as_upper_case() => Assert.Equal(Picture('G'), Picture('g'));

    [Theory]
    [InlineData('é')]
    [InlineData('\n')]
    [InlineData('\uD83D')]
    public void What_is_not_there_is_a_question_mark(char character) => Assert.Equal(Picture('?'), Picture(character));

    private static string Picture(char character) => string.Concat(Enumerable.Range(0, BitmapFont.GlyphHeight).Select(row =>
        string.Concat(Enumerable.Range(0, BitmapFont.GlyphWidth).Select(column =>
            (BitmapFont.Row(character, row) >> (BitmapFont.GlyphWidth - 1 - column) & 1) == 1 ? '#' : '.')) + "\n"));
}
