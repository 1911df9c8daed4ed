using System.Numerics;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Casting;

/// <summary>
/// The people of a plate that are to be replaced, told by who they are, or by where they are known to be in a frame. Two
/// casts of the same people in the same places are equal. Immutable.
/// </summary>
public sealed class Cast : IEquatable<Cast>
{
    private readonly FaceEmbedding[] _people;
    private readonly CastPlace[] _places;

    /// <summary>A cast.</summary>
    /// <param name="people">Who: embeddings of one recogniser.</param>
    /// <param name="within">Faces nearer to a person than this <see cref="LikenessScale.Distance"/> may be that person.</param>
    /// <param name="places">Where each of them is in the frame that is meant, in their order; nobody knows when null.</param>
    /// <exception cref="ArgumentException">There are more or fewer places than people.</exception>
    public Cast(IEnumerable<FaceEmbedding> people, double within = LikenessScale.UsualDistance, IReadOnlyList<CastPlace>? places = null)
    {
        ArgumentNullException.ThrowIfNull(people);
        _people = [.. people];
        _places = places is null ? new CastPlace[_people.Length] : [.. places];
        if (_places.Length != _people.Length)
            throw new ArgumentException($"A cast of {_people.Length} people has as many places, not {_places.Length}.", nameof(places));
        Within = within;
    }

    /// <summary>Who.</summary>
    public IReadOnlyList<FaceEmbedding> People => _people;

    /// <summary>The distance from which on a face is somebody else's.</summary>
    public double Within { get; }

    /// <summary>
    /// Who is who. Whoever is known to be at a point is the face there, the nearest pair of face and point first. Of the
    /// other people and faces, of all pairs that are alike enough, the most alike pair comes first. Each face and each
    /// person counts once: a face that looks like two of them goes to whom it looks like more, unless another face looks
    /// like that one still more.
    /// </summary>
    /// <param name="faces">The faces; of equally near ones the earlier counts.</param>
    /// <param name="boxes">Their boxes in the frame's raster, in their order; may be null where nobody's place is known.</param>
    /// <returns>One answer a face, in their order.</returns>
    /// <exception cref="ArgumentException">An embedding is another recogniser's.</exception>
    public IReadOnlyList<CastAnswer> Tell(IReadOnlyList<FaceEmbedding> faces, IReadOnlyList<RectF>? boxes = null)
    {
        ArgumentNullException.ThrowIfNull(faces);
        List<(double Distance, int Face, int Person)> pairs = [];
        for (int face = 0; face < faces.Count; face++)
        {
            for (int person = 0; person < _people.Length; person++)
                pairs.Add((faces[face].Distance(_people[person]), face, person));
        }

        pairs.Sort();
        CastAnswer?[] answers = new CastAnswer?[faces.Count];
        HashSet<int> taken = [.. Enumerable.Range(0, _people.Length).Where(person => _places[person].IsKnown)];
        Place(faces, boxes ?? [], answers);
        foreach ((double distance, int face, int person) in pairs)
        {
            if (distance < Within && answers[face] is null && taken.Add(person))
                answers[face] = new CastAnswer(person, distance, IsPerson: true);
        }

        return [.. answers.Select((answer, face) => answer ?? Nearest(face))];

        CastAnswer Nearest(int face) => pairs.Find(pair => pair.Face == face) is var nearest && _people.Length > 0
            ? new CastAnswer(nearest.Person, nearest.Distance, IsPerson: false)
            : new CastAnswer(-1, 1, IsPerson: false);
    }

    private void Place(IReadOnlyList<FaceEmbedding> faces, IReadOnlyList<RectF> boxes, CastAnswer?[] answers)
    {
        List<(double Offset, int Face, int Person)> pairs = [];
        for (int person = 0; person < _people.Length; person++)
        {
            for (int face = 0; face < boxes.Count && _places[person].Point is { } point; face++)
            {
                if (FaceSelection.Holds(boxes[face], point))
                    pairs.Add((Offset(boxes[face], point), face, person));
            }
        }

        pairs.Sort();
        HashSet<int> placed = [];
        foreach ((_, int face, int person) in pairs)
        {
            if (answers[face] is null && placed.Add(person))
                answers[face] = new CastAnswer(person, faces[face].Distance(_people[person]), IsPerson: true);
        }
    }

    // In sizes of the box, so that the shape of a pixel doesn't matter.
    private static double Offset(RectF box, Vector2 point) =>
        Math.Max(Math.Abs((double)point.X - box.Centre.X) / box.Width, Math.Abs((double)point.Y - box.Centre.Y) / box.Height);

    /// <inheritdoc/>
    public bool Equals(Cast? other) => other is not null && Within == other.Within && _people.Length == other._people.Length
        && _places.AsSpan().SequenceEqual(other._places) && _people.Zip(other._people).All(pair => pair.First.Values.SequenceEqual(pair.Second.Values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cast);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Within);
        foreach (FaceEmbedding person in _people)
            hash.Add(person.Values[0]);
        return hash.ToHashCode();
    }
}
