using FaceFusion.Quality.Pairs;

namespace FaceFusion.Fusion.Quality.Tests;

public class PairChoiceTests
{
    private static readonly string[] Composites = [.. Enumerable.Range(0, 10).Select(i => $"composite/{i}.jpg")];
    private static readonly IReadOnlyList<FacePair> Pairs = Choose(82);

    [Fact]
    public void Every_run_has_the_same_pairs() => Assert.Equal(Pairs, Choose(82));

    [Fact]
    public void Twenty_four_identities_are_averages_and_sixteen_are_Londoners()
    {
        Assert.Equal(24, Pairs.Count(pair => pair.Identity.StartsWith("composite/", StringComparison.Ordinal)));
        Assert.Equal(16, Pairs.Count(pair => pair.Identity.StartsWith("neutral/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nobody_is_swapped_onto_themselves_and_nobody_appears_twice()
    {
        string[] londoners = [.. Pairs.Select(pair => pair.Neutral), .. Pairs.Skip(PairChoice.Composites).Select(pair => pair.Identity)];
        Assert.Equal(londoners.Length, londoners.Distinct().Count());
    }

    [Fact]
    public void Half_of_either_kind_of_target_smiles()
    {
        Assert.Equal(12, Pairs.Take(24).Count(pair => pair.Smiling is not null));
        Assert.Equal(8, Pairs.Skip(24).Count(pair => pair.Smiling is not null));
        Assert.All(Pairs, pair => Assert.True(pair.Smiling is null || pair.Smiling == pair.Neutral.Replace("neutral", "smiling", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_average_meets_both_expressions() =>
        Assert.All(Pairs.Take(24).GroupBy(pair => pair.Identity), group => Assert.Equal(2, group.Select(pair => pair.Smiling is null).Distinct().Count()));

    [Fact]
    public void Too_few_people_are_refused() => Assert.Contains("56 Londoners", Assert.Throws<ArgumentException>(() => Choose(55)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<FacePair> Choose(int people)
    {
        string[] names = [.. Enumerable.Range(1, people).Select(i => $"{i:000}")];
        return PairChoice.Choose(Composites, names.Select(name => $"neutral/{name}.jpg"), names.Select(name => $"smiling/{name}.jpg"));
    }
}
