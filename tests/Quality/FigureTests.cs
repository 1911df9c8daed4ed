using FaceFusion.Quality.Pairs;

namespace FaceFusion.Fusion.Quality.Tests;

public class FigureTests
{
    [Theory]
    [InlineData(0.74, false, true)]
    [InlineData(0.739, false, false)]
    [InlineData(0.74, true, true)]
    [InlineData(0.741, true, false)]
    [InlineData(null, false, false)]
    public void A_figure_is_reached_from_the_needed_one_on(double? now, bool atMost, bool reached) =>
        Assert.Equal(reached, new Figure("shape", "identity_mean", now, 0.72, 0.74, atMost).IsReached);

    [Fact]
    public void What_is_not_needed_is_reached() => Assert.True(new Figure("time", "find_ms", 1000).IsReached);
}
