using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Tests.Sessions;

public class SessionOptionsTests
{
    [Fact]
    public void By_default_there_are_as_many_threads_as_cores_and_four_at_most()
        => Assert.Equal(Math.Min(Environment.ProcessorCount, 4), new SessionOptions().Threads);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SessionOptions.MaximumThreads + 1)]
    public void A_count_out_of_range_is_refused(int threads)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOptions { Threads = threads });

    [Fact]
    public void Equal_options_are_equal()
    {
        Assert.Equal(new SessionOptions { Threads = 2 }, new SessionOptions { Threads = 2 });
        Assert.NotEqual(new SessionOptions { Threads = 2 }, new SessionOptions { Threads = 3 });
    }
}
