using FaceFusion.Node.Debug;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Node.Tests.Debug;

public sealed class TextLinesTests
{
    [Fact]
    public void Lines_break_between_words() =>
        Assert.Equal(["Run by the", "processor:", "yunet."], TextLines.Of("Run by the processor: yunet.", 10));

    [Fact]
    public void A_word_longer_than_a_line_is_broken() =>
        Assert.Equal(["in", "/a/long/pa", "th"], TextLines.Of("in /a/long/path", 10));

    [Fact]
    public void No_line_is_too_long_and_no_letter_is_lost() => Prop.ForAll<PositiveInt, NonEmptyArray<PositiveInt>>((columns, words) =>
    {
        string text = string.Join(' ', words.Get.Select(length => new string('x', length.Get)));
        string[] lines = [.. TextLines.Of(text, columns.Get)];
        Assert.All(lines, line => Assert.InRange(line.Length, 1, columns.Get));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();
}
