using FaceFusion.Cli.Rendering;
using FaceFusion.Cli.Tests.Support;

namespace FaceFusion.Cli.Tests.Rendering;

public class FrameRangeTests
{
    [Theory]
    [InlineData("12", 12, 12, 1)]
    [InlineData("1-48", 1, 48, 1)]
    [InlineData("1001-1100x10", 1001, 1100, 10)]
    public void A_range_is_read_and_written(string text, int first, int last, int step)
    {
        FrameRange range = FrameRange.Parse(text);

        Assert.Equal(new(first, last, step), range);
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("9-1")]
    [InlineData("1-9x0")]
    [InlineData("1-")]
    [InlineData("99999999999")]
    public void What_is_no_range_is_a_usage_error(string text) =>
        Assert.Equal(ExitCode.Usage, Render.Fails($"'{text}'", () => FrameRange.Parse(text)).Code);
}
