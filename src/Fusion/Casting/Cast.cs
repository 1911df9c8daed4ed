using FaceFusion.Fusion.Recognition;

namespace FaceFusion.Fusion.Casting;

/// <summary>
/// The people of a plate that are to be replaced, told by who they are. Two casts of the same people are equal. Immutable.
/// </summary>
public sealed class Cast : IEquatable<Cast>
{
    private readonly FaceEmbedding[] _people;

    /// <summary>A cast.</summary>
    /// <param name="people">Who: embeddings of one recogniser.</param>
    /// <param name="within">Faces nearer to a person than this <see cref="LikenessScale.Distance"/> may be that person.</param>
    public Cast(IEnumerable<FaceEmbedding> people, double within = LikenessScale.UsualDistance)
    {
        ArgumentNullException.ThrowIfNull(people);
        _people = [.. people];
        Within = within;
    }

    /// <summary>Who.</summary>
    public IReadOnlyList<FaceEmbedding> People => _people;

    /// <summary>The distance from which on a face is somebody else's.</summary>
    public double Within { get; }

    /// <summary>
    /// Who is who: of all pairs of a face and a person that are near enough, the nearest pair first, each face and each
    /// person once. A person is in a frame once; a face that looks like two of them goes to whom it looks like more, unless
    /// another face looks like that one still more.
    /// </summary>
    /// <param name="faces">The faces; of equally near ones the earlier counts.</param>
    /// <returns>One answer a face, in their order.</returns>
    /// <exception cref="ArgumentException">An embedding is another recogniser's.</exception>
    public IReadOnlyList<CastAnswer> Tell(IReadOnlyList<FaceEmbedding> faces)
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
        HashSet<int> taken = [];
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

    /// <inheritdoc/>
    public bool Equals(Cast? other) => other is not null && Within == other.Within && _people.Length == other._people.Length
        && _people.Zip(other._people).All(pair => pair.First.Values.SequenceEqual(pair.Second.Values));

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
