using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Probing;

namespace FaceFusion.Cli.Tests.Media.Probing;

public class FrameTimingTests
{
    private static readonly Rational Hundredths = new(1, 100);

    [Fact]
    public void Rounded_timestamps_of_a_constant_rate_are_taken_as_such()
    {
        FrameTiming timing = FrameTiming.From([0, 7, 13, 20, 27, 33], 40, Hundredths, new(15, 1));

        Assert.Equal(new(15, 1), timing.Rate);
        Assert.Null(timing.Durations);
    }

    [Fact]
    public void Frames_of_different_lengths_are_held_on_the_coarsest_exact_grid()
    {
        FrameTiming timing = FrameTiming.From([0, 10, 60], 70, Hundredths, new(100, 7));

        Assert.Equal(new(10, 1), timing.Rate);
        Assert.Equal([1, 5, 1], timing.Durations);
    }

    [Fact]
    public void A_grid_that_would_be_too_fine_is_replaced_by_the_guess_without_drift()
    {
        long[] starts = [.. Enumerable.Range(0, 300).Select(i => (i * 3000L) + ((i * i) % 700))];
        FrameTiming timing = FrameTiming.From(starts, 300 * 3000, new(1, 90_000), new(30, 1));

        Assert.Equal(new(30, 1), timing.Rate);
        Assert.Equal(300, timing.Durations!.Sum());
    }

    [Fact]
    public void A_single_frame_lasts_as_long_as_it_says() =>
        Assert.Equal(new(2, 1), FrameTiming.From([0], 50, Hundredths, new(100, 1)).Rate);
}
