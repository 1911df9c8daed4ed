using FaceFusion.Cli.Media;

namespace FaceFusion.Cli.Tests.Media;

public class RationalTests
{
    [Theory]
    [InlineData("24", 24, 1)]
    [InlineData("23.976", 24000, 1001)]
    [InlineData("29.97", 30000, 1001)]
    [InlineData("12.5", 25, 2)]
    [InlineData("30000/1001", 30000, 1001)]
    [InlineData("4:2", 2, 1)]
    public void A_ratio_is_read_exactly(string text, long numerator, long denominator)
    {
        Assert.True(Rational.TryParse(text, out Rational ratio));
        Assert.Equal(new(numerator, denominator), ratio);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0/0")]
    [InlineData("0:1")]
    [InlineData("-24")]
    [InlineData("film")]
    public void What_is_no_ratio_above_zero_is_refused(string text) => Assert.False(Rational.TryParse(text, out _));
}
