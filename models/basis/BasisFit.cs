using MathNet.Numerics.LinearAlgebra;

namespace FaceFusion.Basis;

/// <summary>Fits a basis: mean, components of identity and expression, and the deviations of the rest.</summary>
internal sealed class BasisFit
{
    // For the first look at the rest only, in inter-ocular distances.
    private const double FrontalUnit = 0.02, DepthUnit = 0.06;

    // Components used when the rest is measured on people left out.
    private const int RestIdentities = 30, RestExpressions = 15;

    // No coordinate is known better than this.
    private const double LeastDeviation = 0.002;

    private readonly TrainingData _data;
    private readonly FitOptions _options;
    private readonly double[] _mean;

    private BasisFit(TrainingData data, IReadOnlyList<string> people, FitOptions options)
    {
        _data = data;
        _options = options;
        double[] mean = Coordinates.Mean([.. people.Select(data.Neutral)]);
        _mean = Coordinates.Scale(Coordinates.Add(mean, Mirror.Apply(mean)), 0.5);
    }

    /// <summary>The basis of some people, the shots and the head model.</summary>
    public static BasisContent Fit(TrainingData data, IReadOnlyList<string> people, FitOptions options)
    {
        BasisFit fit = new(data, people, options);
        double[] deviations = fit.MeasureRest(people);
        List<double[]> identities = [.. fit.PhotographedIdentities(people), .. data.HeadIdentities.Select(x => Coordinates.Scale(x, options.HeadIdentity))];
        List<double[]> expressions =
        [
            .. fit.PhotographedSmiles(people).Select(x => Coordinates.Scale(x, options.Smile)),
            .. fit.HeadExpressions(),
            .. Mirrored([.. data.ShotMovements.Select(x => Coordinates.Scale(x, options.Shots))]),
        ];
        return new BasisContent(
            fit._mean,
            deviations,
            PrincipalComponents.Of(identities, deviations, options.Identities),
            PrincipalComponents.Of(expressions, deviations, options.Expressions));
    }

    private List<double[]> PhotographedIdentities(IReadOnlyList<string> people) =>
        Mirrored([.. people.Select(person => Coordinates.Scale(Coordinates.Subtract(_data.Neutral(person), _mean), Math.Sqrt(1.0 / people.Count)))]);

    private List<double[]> PhotographedSmiles(IReadOnlyList<string> people) =>
        Mirrored([.. people.Select(person => Coordinates.Scale(Coordinates.Subtract(_data.Smiling(person), _data.Neutral(person)), Math.Sqrt(1.0 / people.Count)))]);

    // One-sided expressions count by themselves and both sides together. Gaze moves the lids in ways that say nothing,
    // pupils are no points of the surface, and closing the mouth means something only when the jaw is open.
    private List<double[]> HeadExpressions()
    {
        List<double[]> expressions = [];
        double half = Math.Sqrt(0.5);
        foreach ((string name, double[] displacement) in _data.HeadExpressions)
        {
            if (name.StartsWith("eyeLook", StringComparison.Ordinal) || name.StartsWith("Pupil", StringComparison.Ordinal))
                continue;
            double[] whole = name == "mouthClose" ? Coordinates.Add(displacement, _data.HeadExpressions["jawOpen"]) : displacement;
            double amount = _options.HeadExpression * (name.StartsWith("eyeBlink", StringComparison.Ordinal) || name.StartsWith("eyeWide", StringComparison.Ordinal) ? _options.HeadBlink : 1);
            if (!name.EndsWith("_L", StringComparison.Ordinal) && !name.EndsWith("_R", StringComparison.Ordinal))
            {
                expressions.Add(Coordinates.Scale(whole, amount));
                continue;
            }

            expressions.Add(Coordinates.Scale(whole, half * amount));
            if (name.EndsWith("_L", StringComparison.Ordinal))
                expressions.Add(Coordinates.Scale(Coordinates.Add(whole, _data.HeadExpressions[name[..^1] + "R"]), half * amount));
        }

        return Mirrored(expressions);
    }

    // What components of one half of the people leave of the other half's faces, neutral and smiling.
    private double[] MeasureRest(IReadOnlyList<string> people)
    {
        double[] units = [.. Enumerable.Range(0, Coordinates.Count).Select(i => Coordinates.IsFrontal(i) ? FrontalUnit : DepthUnit)];
        double[] squares = new double[Coordinates.Count];
        for (int half = 0; half < 2; half++)
        {
            string[] fitted = [.. people.Where((_, i) => i % 2 == half)], measured = [.. people.Where((_, i) => i % 2 != half)];
            double[][] components = [.. PrincipalComponents.Of(PhotographedIdentities(fitted), units, RestIdentities), .. PrincipalComponents.Of(PhotographedSmiles(fitted), units, RestExpressions)];
            Matrix<double> basis = Matrix<double>.Build.Dense(Coordinates.Count, components.Length, (row, column) => components[column][row] / units[row]);
            Matrix<double> normal = basis.TransposeThisAndMultiply(basis) + Matrix<double>.Build.DenseIdentity(components.Length);
            foreach (double[] face in measured.SelectMany(person => new[] { _data.Neutral(person), _data.Smiling(person) }))
            {
                Vector<double> offsets = Vector<double>.Build.Dense(Coordinates.Count, i => (face[i] - _mean[i]) / units[i]);
                Vector<double> left = offsets - basis * normal.Cholesky().Solve(basis.TransposeThisAndMultiply(offsets));
                double[] rest = [.. left.Select((value, i) => value * units[i])], mirrored = Mirror.Apply(rest);
                for (int i = 0; i < squares.Length; i++)
                    squares[i] += (rest[i] * rest[i] + mirrored[i] * mirrored[i]) / (4 * people.Count);
            }
        }

        return [.. squares.Select(square => Math.Sqrt(_options.Noise * _options.Noise * square + LeastDeviation * LeastDeviation))];
    }

    // Nobody's left side is special: each sample counts by half, and its mirror image by the other.
    private static List<double[]> Mirrored(IReadOnlyList<double[]> samples) =>
        [.. samples.SelectMany(sample => new[] { sample, Mirror.Apply(sample) }).Select(sample => Coordinates.Scale(sample, Math.Sqrt(0.5)))];
}
