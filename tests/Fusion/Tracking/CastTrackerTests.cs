using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Tracking;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Tracking;

public class CastTrackerTests
{
    private static readonly Cast Two = new([Who(0), Who(90)]);

    [Fact]
    public void People_who_cross_are_each_followed_by_who_they_are()
    {
        // They change places in the middle, where both look like nobody for a frame.
        IReadOnlyList<IReadOnlyDictionary<int, int>> tracks = CastTracker.Follow(
            Shot([(5, 0), (85, 400)], [(20, 100), (70, 300)], [(44, 180), (48, 220)], [(70, 120), (20, 280)], [(85, 0), (5, 400)]), Two, start: 1);
        Assert.Equal([(1, 0), (2, 0), (3, 0), (4, 1), (5, 1)], Sorted(tracks[0]));
        Assert.Equal([(1, 1), (2, 1), (3, 1), (4, 0), (5, 0)], Sorted(tracks[1]));
    }

    [Fact]
    public void Who_is_not_in_the_first_frame_is_found_where_they_are_seen_best_and_followed_both_ways()
    {
        // The second comes in from the side with a turned head, is seen from the front in frame 4 and goes.
        IReadOnlyList<IReadOnlyDictionary<int, int>> tracks = CastTracker.Follow(
            Shot([(2, 0)], [(2, 0), (150, 400)], [(2, 0), (120, 380)], [(2, 0), (91, 360)], [(2, 0)]), Two, start: 1);
        Assert.Equal([(1, 0), (2, 0), (3, 0), (4, 0), (5, 0)], Sorted(tracks[0]));
        Assert.Equal([(2, 1), (3, 1), (4, 1)], Sorted(tracks[1]));
    }

    [Fact]
    public void Where_one_is_gone_the_other_is_not_taken_for_them()
    {
        IReadOnlyList<IReadOnlyDictionary<int, int>> tracks = CastTracker.Follow(Shot([(40, 0), (50, 40)], [(50, 10)], [(40, 0), (50, 40)]), new Cast([Who(40), Who(50)]), start: 1);
        Assert.Equal([(1, 0), (3, 0)], Sorted(tracks[0]));
        Assert.Equal([(1, 1), (2, 0), (3, 1)], Sorted(tracks[1]));
    }

    [Fact]
    public void Who_is_nowhere_has_no_track() => Assert.Equal([3, 0], CastTracker.Follow(Shot([(0, 0)], [(0, 5)], [(0, 9)]), Two, start: 2).Select(track => track.Count));

    [Fact]
    public void No_face_is_two_people_and_everybody_told_in_the_first_frame_is_followed_from_it() => Prop.ForAll(
        Gen.Choose(0, 360).Two().ListOf().ListOf().ToArbitrary(), frames =>
        {
            Dictionary<int, IReadOnlyList<FaceCandidate>> shot = Shot([.. frames.Select(frame => frame.Select(face => (face.Item1, face.Item2)).ToArray())]);
            Cast cast = new([Who(0), Who(60), Who(200)]);
            IReadOnlyList<IReadOnlyDictionary<int, int>> tracks = CastTracker.Follow(shot, cast, start: 1);
            foreach ((int frame, IReadOnlyList<FaceCandidate> faces) in shot)
            {
                int[] taken = [.. tracks.Where(track => track.ContainsKey(frame)).Select(track => track[frame])];
                Assert.Equal(taken.Distinct(), taken);
                Assert.All(taken, face => Assert.InRange(face, 0, faces.Count - 1));
            }

            IReadOnlyList<CastAnswer> first = frames.Count == 0 ? [] : cast.Tell([.. shot[1].Select(face => face.Embedding)]);
            for (int face = 0; face < first.Count; face++)
                Assert.True(!first[face].IsPerson || tracks[first[face].Person].Count > 0);
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<(int Frame, int Face)> Sorted(IReadOnlyDictionary<int, int> track) => track.Select(entry => (entry.Key, entry.Value)).Order();

    // Frames from 1; of each face who it looks like, as an angle in degrees, and where it is.
    private static Dictionary<int, IReadOnlyList<FaceCandidate>> Shot(params (int Angle, int X)[][] frames) => frames
        .Select((faces, i) => (Frame: i + 1, Faces: faces.Select(face => new FaceCandidate(new RectF(face.X, 0, face.X + 100, 120), Who(face.Angle))).ToArray()))
        .ToDictionary(frame => frame.Frame, frame => (IReadOnlyList<FaceCandidate>)frame.Faces);

    private static FaceEmbedding Who(double degrees)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new FaceEmbedding([(float)cosine, (float)sine, 0]);
    }
}
