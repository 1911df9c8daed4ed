using FaceFusion.Node.Parameters;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Node.Tests.Parameters;

public sealed class FrameListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("12-19, 40", "12-19, 40")]
    [InlineData("40;12 - 19", "12-19, 40")]
    [InlineData("3 2,1", "1-3")]
    [InlineData("5-9, 1-5, 7", "1-9")]
    [InlineData("-5--2, -1", "-5--1")]
    [InlineData("2147483647", "2147483647")]
    public void A_list_is_read_and_written_in_its_shortest_form(string text, string expected) =>
        Assert.Equal(expected, FrameList.Parse(text).ToString());

    [Theory]
    [InlineData("a")]
    [InlineData("1-")]
    [InlineData("9-5")]
    [InlineData("1-2-3")]
    [InlineData("99999999999")]
    public void What_is_no_frame_is_named(string text)
    {
        NodeException failure = Assert.Throws<NodeException>(() => FrameList.Parse($"4, {text}"));
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11.99, false)]
    [InlineData(12, true)]
    [InlineData(19.99, true)]
    [InlineData(20, false)]
    [InlineData(double.NaN, false)]
    public void Between_two_frames_the_earlier_counts(double time, bool isIn) => Assert.Equal(isIn, FrameList.Parse("12-19").Contains(time));

    [Fact]
    public void A_list_holds_its_frames_and_no_others() => Prop.ForAll<int[], short>((frames, other) =>
    {
        FrameList read = FrameList.Parse(FrameList.Of(frames).ToString()), without = read.Without(other);
        return frames.All(frame => read.Contains(frame) && without.Contains(frame) == (frame != other))
            && read.Contains(other) == frames.Contains(other) && !without.Contains(other);
    }).QuickCheckThrowOnFailure();
}
