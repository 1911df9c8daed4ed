using System.Globalization;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis;

/// <summary>
/// The figures of some people: each of them gives everybody else the own shape, M' = N + S0 − T0, the neutral shapes
/// found by the model.
/// </summary>
/// <param name="SmileKept">
/// For each person, the movement of the lips from M'(neutral) to M'(smiling) projected onto their own, as
/// <c>bench/quality</c> measures it. (With T0 known it is 1.)
/// </param>
/// <param name="NeutralError">For each person, T0 of the smiling photo less the neutral photo; inter-ocular distances, seen from the front.</param>
/// <param name="SmileSize">For each person, the smiling photo less the neutral one.</param>
/// <param name="NeutralMoved">For each person, how far the neutral photo is from its own neutral shape.</param>
/// <param name="IdentityKept">For each pair, S0 − T0 projected onto the true difference of the neutral photos.</param>
/// <param name="IdentityExplained">For each pair, 1 less the squared error of S0 − T0 by the square of the true difference.</param>
internal sealed record PeopleFigures(
    double[] SmileKept, double[] NeutralError, double[] SmileSize, double[] NeutralMoved, double[] IdentityKept, double[] IdentityExplained)
{
    private static readonly HashSet<int> Lips = [.. FaceMeshIndices.OuterLips, .. FaceMeshIndices.InnerUpperLip, .. FaceMeshIndices.InnerLowerLip];

    public static PeopleFigures Measure(TrainingData data, IReadOnlyList<string> people, ShapeModel model)
    {
        Dictionary<string, double[]> still = people.ToDictionary(person => person, person => Evaluation.Expression(model, data.Neutral(person)));
        Dictionary<string, double[]> smile = people.ToDictionary(person => person, person => Evaluation.Expression(model, data.Smiling(person)));
        Dictionary<string, double[]> motion = people.ToDictionary(person => person, person => Coordinates.Subtract(data.Smiling(person), data.Neutral(person)));
        (string Source, string Target)[] pairs = [.. from source in people from target in people where source != target select (source, target)];

        // S0 − T0 misses what the model takes for expression in the two neutral photos.
        (double[] Whole, double[] Missed)[] differences = [.. pairs.Select(pair => (
            Coordinates.Subtract(data.Neutral(pair.Source), data.Neutral(pair.Target)), Coordinates.Subtract(still[pair.Source], still[pair.Target])))];
        return new PeopleFigures(
            [.. people.Select(person => Evaluation.Kept(Coordinates.Subtract(smile[person], still[person]), motion[person], i => Lips.Contains(i / 3)))],
            [.. people.Select(person => Coordinates.FrontalRms(Coordinates.Subtract(motion[person], smile[person])))],
            [.. people.Select(person => Coordinates.FrontalRms(motion[person]))],
            [.. people.Select(person => Coordinates.FrontalRms(still[person]))],
            [.. differences.Select(pair => 1 - Evaluation.Kept(pair.Missed, pair.Whole, Coordinates.IsFrontal))],
            [.. differences.Select(pair => 1 - Math.Pow(Coordinates.FrontalRms(pair.Missed) / Coordinates.FrontalRms(pair.Whole), 2))]);
    }

    public static void Print(string title, IReadOnlyList<PeopleFigures> parts)
    {
        double[] kept = [.. parts.SelectMany(part => part.SmileKept)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {title}:
              smile kept          {kept.Average():0.000}, worst {kept.Min():0.00}
              neutral error       {100 * Mean(part => part.NeutralError):0.00} % (doing nothing {100 * Mean(part => part.SmileSize):0.00} %)
              neutral moved       {100 * Mean(part => part.NeutralMoved):0.00} %
              identity kept       {Mean(part => part.IdentityKept):0.000}
              identity explained  {Mean(part => part.IdentityExplained):0.000}
            """));

        double Mean(Func<PeopleFigures, double[]> figure) => parts.SelectMany(figure).Average();
    }
}
