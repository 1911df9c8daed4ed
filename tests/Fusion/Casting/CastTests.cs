using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Casting;

public class CastTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.4, 0.3)]
    [InlineData(0, 0.5)]
    [InlineData(-1, 1)]
    public void ArcFaces_distance_is_half_of_what_the_cosine_lacks(double cosine, double distance) =>
        Assert.Equal(distance, LikenessScale.ArcFace.Distance(cosine), 1e-12);

    [Fact]
    public void The_usual_distance_is_where_every_recogniser_tells_people_apart()
    {
        foreach (LikenessScale scale in (LikenessScale[])[LikenessScale.ArcFace, LikenessScale.MobileFaceNet, LikenessScale.Starter])
        {
            Assert.Equal(LikenessScale.UsualDistance, scale.Distance(scale.SamePerson), 1e-12);
            Assert.Equal(0, scale.Distance(1));
            Assert.Equal(1, scale.Distance(-1));
        }
    }

    [Fact]
    public void A_face_that_looks_like_two_people_is_the_one_who_is_left()
    {
        Cast cast = new([At(0), At(20)]);
        IReadOnlyList<CastAnswer> answers = cast.Tell([At(4), At(1)]);
        Assert.Equal([(1, true), (0, true)], answers.Select(answer => (answer.Person, answer.IsPerson)));
    }

    [Fact]
    public void Where_nobody_is_near_enough_nobody_is_replaced_and_the_nearest_is_told()
    {
        CastAnswer stranger = Assert.Single(new Cast([At(0), At(90)]).Tell([At(170)]));
        Assert.Equal((1, false), (stranger.Person, stranger.IsPerson));
        Assert.True(stranger.Distance >= LikenessScale.UsualDistance);
        Assert.False(Assert.Single(new Cast([]).Tell([At(0)])).IsPerson);
        Assert.False(Assert.Single(new Cast([At(0)], within: 0).Tell([At(0)])).IsPerson);
    }

    [Fact]
    public void Nobody_is_given_twice_and_no_nearer_pair_is_left_apart() => Prop.ForAll(
        Gen.Choose(0, 360).ListOf().ToArbitrary(), Gen.Choose(0, 360).ListOf().ToArbitrary(), (faceAngles, peopleAngles) =>
        {
            FaceEmbedding[] faces = [.. faceAngles.Select(angle => At(angle))], people = [.. peopleAngles.Take(4).Select(angle => At(angle))];
            IReadOnlyList<CastAnswer> answers = new Cast(people).Tell(faces);
            int[] given = [.. answers.Where(answer => answer.IsPerson).Select(answer => answer.Person)];
            Assert.Equal(given.Distinct(), given);
            for (int face = 0; face < faces.Length; face++)
            {
                for (int person = 0; person < people.Length; person++)
                {
                    double distance = faces[face].Distance(people[person]);
                    bool faceIsNearer = answers[face].IsPerson && answers[face].Distance <= distance;
                    bool personIsNearer = answers.Any(answer => answer.IsPerson && answer.Person == person && answer.Distance <= distance);
                    Assert.True(distance >= LikenessScale.UsualDistance || faceIsNearer || personIsNearer);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Casts_of_the_same_people_are_equal()
    {
        Assert.Equal(new Cast([At(1), At(2)]), new Cast([At(1), At(2)]));
        Assert.Equal(new Cast([At(1)]).GetHashCode(), new Cast([At(1)]).GetHashCode());
        Assert.NotEqual(new Cast([At(1), At(2)]), new Cast([At(2), At(1)]));
        Assert.NotEqual(new Cast([At(1)]), new Cast([At(1)], within: 0.4));
    }

    // A face at an angle in degrees: two of them are as alike as its cosine.
    private static FaceEmbedding At(double degrees)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new FaceEmbedding([(float)cosine, (float)sine, 0]);
    }
}
