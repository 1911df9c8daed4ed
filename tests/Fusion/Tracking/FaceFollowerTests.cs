using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Tracking;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Tests.Tracking;

public class FaceFollowerTests
{
    [Fact]
    public void People_who_cross_are_told_apart_by_who_they_are()
    {
        FaceFollower follower = new(At(0, likeness: 1));
        for (int x = 10; x <= 400; x += 10)
        {
            // The other comes the opposite way, and is listed first.
            int same = follower.Next([At(400 - x, likeness: 0.4), At(x, likeness: 0.8)]);
            Assert.Equal(1, same);
        }
    }

    [Fact]
    public void A_head_that_turns_away_is_followed_by_where_it_is()
    {
        FaceFollower follower = new(At(0, likeness: 1));
        Assert.Equal(0, follower.Next([At(20, likeness: 0.3), At(300, likeness: 0.4)]));
        Assert.Equal(0, follower.Next([At(40, likeness: 0.2)]));
        Assert.Equal(-1, follower.Next([At(60, likeness: 0.1)]));
    }

    [Fact]
    public void One_who_was_gone_is_found_again_and_nobody_is_taken_instead()
    {
        FaceFollower follower = new(At(0, likeness: 1));
        Assert.Equal(-1, follower.Next([]));
        Assert.Equal(-1, follower.Next([At(5, likeness: 0.05)]));
        Assert.Equal(0, follower.Next([At(900, likeness: 0.7), At(0, likeness: 0.1)]));
        Assert.Equal(-1, follower.Next([At(200, likeness: 0.3)]));
    }

    [Fact]
    public void Of_twins_the_nearer_is_taken()
    {
        FaceFollower follower = new(At(100, likeness: 1));
        Assert.Equal(1, follower.Next([At(220, likeness: 0.9), At(110, likeness: 0.9)]));
    }

    [Fact]
    public void How_alike_the_same_person_is_depends_on_the_recogniser()
    {
        const double between = 0.57;
        Assert.Equal(0, new FaceFollower(At(0, likeness: 1)).Next([At(900, between)]));
        Assert.Equal(-1, new FaceFollower(At(0, likeness: 1, LikenessScale.Starter)).Next([At(900, between, LikenessScale.Starter)]));
    }

    // A face of 100 pixels whose embedding has that cosine to the first's.
    private static FaceCandidate At(float x, double likeness, LikenessScale? scale = null) => new(
        new RectF(x, 0, x + 100, 120),
        new FaceEmbedding([(float)likeness, (float)Math.Sqrt(1 - likeness * likeness)], scale));
}
