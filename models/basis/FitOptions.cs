using System.Globalization;

namespace FaceFusion.Basis;

/// <summary>What the fit trusts how much. The defaults were chosen by cross-validation over the training people.</summary>
/// <param name="Identities">Identity components.</param>
/// <param name="Expressions">Expression components.</param>
/// <param name="HeadIdentity">The head model's identities, in its own standard deviations.</param>
/// <param name="Smile">The photographed smiles, in their own size.</param>
/// <param name="HeadExpression">The head model's expressions, as a share of the whole ones.</param>
/// <param name="HeadBlink">By how much more its blinks and widened eyes count: they are rare and large.</param>
/// <param name="Shots">The movements in the shots, in their own size.</param>
/// <param name="Noise">The rest's deviations in units of the measured ones: above 1 because neighbouring points err alike.</param>
internal sealed record FitOptions(
    int Identities = 64,
    int Expressions = 52,
    double HeadIdentity = 0.5,
    double Smile = 1.2,
    double HeadExpression = 0.3,
    double HeadBlink = 2,
    double Shots = 0.5,
    double Noise = 6)
{
    /// <summary>The defaults with some values replaced, given as NAME=VALUE.</summary>
    public static FitOptions Parse(IEnumerable<string> settings)
    {
        FitOptions options = new();
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=');
            double value = double.Parse(parts[^1], CultureInfo.InvariantCulture);
            options = parts[0] switch
            {
                nameof(Identities) => options with { Identities = (int)value },
                nameof(Expressions) => options with { Expressions = (int)value },
                nameof(HeadIdentity) => options with { HeadIdentity = value },
                nameof(Smile) => options with { Smile = value },
                nameof(HeadExpression) => options with { HeadExpression = value },
                nameof(HeadBlink) => options with { HeadBlink = value },
                nameof(Shots) => options with { Shots = value },
                nameof(Noise) => options with { Noise = value },
                _ => throw new ArgumentException($"There is no setting '{parts[0]}'; FitOptions lists those there are."),
            };
        }

        return options;
    }
}
