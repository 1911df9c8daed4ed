namespace FaceFusion.Quality.Pairs;

/// <summary>
/// The pairs that the figures are means of, the same in every run: averaged faces that are nobody onto Londoners, and
/// Londoners onto others. No Londoner appears twice; half of the targets smile.
/// </summary>
internal static class PairChoice
{
    /// <summary>Pairs whose identity is an averaged face.</summary>
    public const int Composites = 24;

    /// <summary>Pairs whose identity is another Londoner.</summary>
    public const int Londoners = 16;

    private const int Seed = 20_2611;

    /// <summary>The pairs.</summary>
    /// <param name="composites">The averaged faces' pictures.</param>
    /// <param name="neutral">The Londoners' neutral pictures.</param>
    /// <param name="smiling">Their smiling pictures, under the same names.</param>
    /// <exception cref="ArgumentException">Too few pictures.</exception>
    public static IReadOnlyList<FacePair> Choose(IReadOnlyList<string> composites, IEnumerable<string> neutral, IEnumerable<string> smiling)
    {
        Dictionary<string, string> smiles = smiling.ToDictionary(Name);
        string[] people = [.. neutral.Where(file => smiles.ContainsKey(Name(file))).Order(StringComparer.Ordinal)];
        if (composites.Count == 0 || people.Length < Composites + 2 * Londoners)
            throw new ArgumentException($"The pairs need an averaged face and {Composites + 2 * Londoners} Londoners with both expressions; there are {composites.Count} and {people.Length}.");
        new Random(Seed).Shuffle(people);

        string[] identities = [.. Enumerable.Range(0, Composites).Select(i => composites[i % composites.Count]), .. people[(Composites + Londoners)..(Composites + 2 * Londoners)]];
        List<FacePair> pairs = [];
        for (int i = 0; i < identities.Length; i++)
        {
            // Every other one, and a composite that comes again meets the other expression.
            bool isSmiling = i < Composites ? (i + i / composites.Count) % 2 == 1 : i % 2 == 1;
            string name = Name(people[i]);
            pairs.Add(new FacePair(identities[i], name, people[i], isSmiling ? smiles[name] : null));
        }

        return pairs;
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
