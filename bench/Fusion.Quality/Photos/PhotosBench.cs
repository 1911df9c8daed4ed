using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Quality.Photos;

/// <summary>
/// What a second photo is worth: Londoners onto the neutral and the smiling photo of others, once from the identity's
/// neutral photo, once from the smiling one and once from both.
/// </summary>
internal static class PhotosBench
{
    private static readonly string[] Names = ["neutral", "smiling", "both"];

    public static void Run(FaceEngine engine, string shared)
    {
        string neutral = Path.Combine(shared, "pictures", "london_neutral"), smiling = Path.Combine(shared, "pictures", "london_smiling");
        IReadOnlyList<FacePair> pairs = [.. PairChoice.Choose([""], Directory.GetFiles(neutral, "*.jpg"), Directory.GetFiles(smiling, "*.jpg")).Skip(PairChoice.Composites)];
        Console.WriteLine("  # identity    target      photos  | texture: identity  smile | shape, neutral known: identity  smile");
        List<double>[] figures = [.. Enumerable.Range(0, 4 * Names.Length).Select(_ => new List<double>())];
        for (int i = 0; i < pairs.Count; i++)
        {
            FacePair pair = pairs[i];
            IdentityPhoto still = Photo(pair.Identity), smile = Photo(Path.Combine(smiling, Path.GetFileName(pair.Identity)));
            FaceIdentity both = new([still, smile]);
            using Photograph onNeutral = Photograph.Take(engine, pair.Neutral);
            using Photograph onSmiling = Photograph.Take(engine, Path.Combine(smiling, Path.GetFileName(pair.Neutral)));
            for (int k = 0; k < Names.Length; k++)
            {
                FaceIdentity identity = k switch { 0 => still.Portrait, 1 => smile.Portrait, _ => both };
                (double texture, double textureSmile) = Measure(PairBench.TextureOptions);
                (double shape, double shapeSmile) = Measure(PairBench.ShapeOptions);
                double[] row = [texture, textureSmile, shape, shapeSmile];
                for (int f = 0; f < row.Length; f++)
                    figures[4 * k + f].Add(row[f]);
                Print($"{i + 1,3} {pair.IdentityName,-11} {pair.Target,-11}", Names[k], row);

                // Both against all there is of the identity, so that no photo is the measure of itself.
                (double Identity, double Smile) Measure(SwapOptions options)
                {
                    using Outcome a = Outcome.Of(engine, onNeutral.Frame, onNeutral.Face, identity, options, onNeutral.Shape);
                    using Outcome b = Outcome.Of(engine, onSmiling.Frame, onSmiling.Face, identity, options, onNeutral.Shape);
                    double kept = a.Shape is { } rest && b.Shape is { } moved ? MouthMotion.Kept((rest, moved), (onNeutral.Shape, onSmiling.Shape)) : 0;
                    return ((Likeness(a) + Likeness(b)) / 2, kept);
                }

                double Likeness(Outcome outcome) => outcome.Found is null ? 0 : engine.Embed(outcome.Frame, outcome.Found).Cosine(both.Embedding);
            }
        }

        for (int k = 0; k < Names.Length; k++)
            Print("mean                       ", Names[k], [.. Enumerable.Range(4 * k, 4).Select(f => figures[f].Average())]);

        IdentityPhoto Photo(string file) => new(engine.LoadIdentity(file), Path.GetFileName(file));
    }

    private static void Print(string who, string photos, double[] row) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{who} {photos,-7} | {row[0],17:0.000}  {row[1],5:0.00} | {row[2],30:0.000}  {row[3],5:0.00}"));
}
