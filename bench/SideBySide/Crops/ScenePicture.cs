using System.Numerics;

namespace FaceFusion.SideBySide.Crops;

/// <summary>A picture of waves of many lengths, the shorter the fainter, as in photographs; without anything of a face in it.</summary>
internal sealed class ScenePicture
{
    private const int Waves = 24;

    private readonly (Vector2 Direction, float Phase, Vector3 Strength)[] _waves = new (Vector2, float, Vector3)[Waves];

    /// <param name="seed">Another picture for each.</param>
    /// <param name="longest">Waves of the coarsest kind to a unit.</param>
    public ScenePicture(int seed, double longest)
    {
        var random = new Random(seed);
        for (int i = 0; i < Waves; i++)
        {
            double frequency = longest * Math.Pow(10, i / (double)Waves), turn = random.NextDouble() * Math.Tau;
            float strength = (float)(0.5 * longest / (frequency * Math.Sqrt(Waves)));
            _waves[i] = (
                new Vector2((float)(frequency * Math.Cos(turn)), (float)(frequency * Math.Sin(turn))),
                random.NextSingle() * MathF.Tau,
                strength * new Vector3(0.6f + (0.4f * random.NextSingle()), 0.6f + (0.4f * random.NextSingle()), 0.6f + (0.4f * random.NextSingle())));
        }
    }

    /// <summary>The colour, in [0, 1].</summary>
    /// <param name="x">Columns in units.</param>
    /// <param name="y">Rows in units.</param>
    public Vector3 At(double x, double y)
    {
        Vector2 place = new((float)x, (float)y);
        Vector3 sum = new(0.5f);
        foreach ((Vector2 direction, float phase, Vector3 strength) in _waves)
            sum += strength * MathF.Sin(phase + Vector2.Dot(direction, place));
        return Vector3.Clamp(sum, Vector3.Zero, Vector3.One);
    }
}
