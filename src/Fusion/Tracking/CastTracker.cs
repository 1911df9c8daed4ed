using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Recognition;

namespace FaceFusion.Fusion.Tracking;

/// <summary>
/// Follows the people of a cast through a shot whose faces are known. Each is told by who they are in one frame, and from
/// there followed to both ends of the shot as <see cref="FaceFollower"/> does; a face that surely is another of the cast is
/// nobody's but theirs.
/// </summary>
public sealed class CastTracker
{
    private readonly SortedDictionary<int, IReadOnlyList<FaceCandidate>> _shot;
    private readonly (int Frame, int Face)?[] _starts;
    private readonly FaceEmbedding?[] _who;

    private CastTracker(IReadOnlyDictionary<int, IReadOnlyList<FaceCandidate>> shot, Cast cast, int start)
    {
        _shot = new SortedDictionary<int, IReadOnlyList<FaceCandidate>>(shot.ToDictionary());
        _starts = Starts(cast, start);
        _who = [.. _starts.Select(found => found is var (frame, face) ? _shot[frame][face].Embedding : null)];
    }

    /// <summary>Where the people are.</summary>
    /// <param name="shot">The faces of each frame, by frame; a frame that can't be seen may be missing.</param>
    /// <param name="cast">The people, in embeddings of the faces' recogniser.</param>
    /// <param name="start">The frame to tell them in; who isn't told there starts from the frame in which they are told best.</param>
    /// <returns>For each person the number of their face in each frame in which they were found; nothing for who is nowhere.</returns>
    /// <exception cref="ArgumentException">An embedding is another recogniser's.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<int, int>> Follow(IReadOnlyDictionary<int, IReadOnlyList<FaceCandidate>> shot, Cast cast, int start)
    {
        ArgumentNullException.ThrowIfNull(shot);
        ArgumentNullException.ThrowIfNull(cast);
        CastTracker tracker = new(shot, cast, start);
        Dictionary<int, int>[] tracks = [.. Enumerable.Range(0, tracker._starts.Length).Select(tracker.Follow)];
        tracker.Part(tracks);
        return tracks;
    }

    private (int Frame, int Face)?[] Starts(Cast cast, int start)
    {
        Cast anywhere = new(cast.People, cast.Within);
        (double Rank, int Frame, int Face)?[] best = new (double, int, int)?[cast.People.Count];
        foreach ((int frame, IReadOnlyList<FaceCandidate> faces) in _shot)
        {
            IReadOnlyList<CastAnswer> answers = anywhere.Tell([.. faces.Select(face => face.Embedding)]);
            for (int face = 0; face < faces.Count; face++)
            {
                double rank = frame == start ? -1 : answers[face].Distance;
                if (answers[face] is { IsPerson: true, Person: var person } && !(best[person]?.Rank <= rank))
                    best[person] = (rank, frame, face);
            }
        }

        return [.. best.Select(found => found is var (_, frame, face) ? (frame, face) : ((int, int)?)null)];
    }

    private Dictionary<int, int> Follow(int person)
    {
        Dictionary<int, int> track = [];
        if (_starts[person] is not var (start, first))
            return track;

        track[start] = first;
        Walk(_shot.Keys.Where(frame => frame > start));
        Walk(_shot.Keys.Where(frame => frame < start).Reverse());
        return track;

        void Walk(IEnumerable<int> frames)
        {
            FaceFollower follower = new(_shot[start][first]);
            foreach (int frame in frames)
            {
                int[] free = [.. Enumerable.Range(0, _shot[frame].Count).Where(face => !IsAnother(_shot[frame][face].Embedding, person))];
                int next = follower.Next([.. free.Select(face => _shot[frame][face])]);
                if (next >= 0)
                    track[frame] = free[next];
            }
        }
    }

    private bool IsAnother(FaceEmbedding face, int person)
    {
        double own = _who[person]!.Cosine(face);
        return _who.Any(who => who is not null && who.Cosine(face) is var likeness && likeness > own && likeness >= who.Scale.SamePerson);
    }

    // A face that nobody surely is, such as one in profile, may have been taken for two people: it goes to whom it looks like more.
    private void Part(Dictionary<int, int>[] tracks)
    {
        foreach (int frame in _shot.Keys)
        {
            var claims = Enumerable.Range(0, tracks.Length).Where(person => tracks[person].ContainsKey(frame)).GroupBy(person => tracks[person][frame]);
            foreach (IGrouping<int, int> claim in claims.ToArray())
            {
                foreach (int person in claim.OrderByDescending(person => _who[person]!.Cosine(_shot[frame][claim.Key].Embedding)).Skip(1))
                    tracks[person].Remove(frame);
            }
        }
    }
}
