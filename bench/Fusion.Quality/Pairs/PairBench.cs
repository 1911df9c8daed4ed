using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Sheets;

namespace FaceFusion.Quality.Pairs;

/// <summary>Forty pairs of identity and target: how like the identity is the result, and how much of the target's expression is left?</summary>
internal static class PairBench
{
    /// <summary>Texture alone as the trial measured it: the target's shape, the target's eyes.</summary>
    public static readonly SwapOptions TextureOptions = new() { Eyes = 0 };

    private const int TimedPairs = 4;

    public static void Run(FaceEngine engine, string shared, bool json, ContactSheet? sheet)
    {
        IReadOnlyList<FacePair> pairs = PairChoice.Choose(
            Pictures(shared, "composite"), Pictures(shared, "london_neutral"), Pictures(shared, "london_smiling"));

        Console.WriteLine(PairReport.Header);
        List<PairFigures> figures = [];
        foreach (FacePair pair in pairs)
        {
            PairFigures measured = Measure(engine, pair, sheet);
            figures.Add(measured);
            Console.WriteLine(PairReport.Line(figures.Count, measured));
        }

        SwapTiming timing = SwapTiming.Measure(engine, [.. pairs.Take(TimedPairs).Select(pair => (engine.LoadIdentity(pair.Identity), pair.Neutral))], TextureOptions);
        PairReport report = new(figures, timing);
        Console.WriteLine(report.Table());
        if (json)
            Console.WriteLine(report.Json());
    }

    private static PairFigures Measure(FaceEngine engine, FacePair pair, ContactSheet? sheet)
    {
        IdentityPortrait identity = engine.LoadIdentity(pair.Identity);
        using Photograph neutral = Photograph.Take(engine, pair.Neutral);
        using Photograph? smiling = pair.Smiling is null ? null : Photograph.Take(engine, pair.Smiling);
        Photograph target = smiling ?? neutral;
        double before = engine.Embed(target.Frame, target.Face).Cosine(identity.Embedding);

        using Outcome texture = Swap(target);
        sheet?.Add(pair.TargetName, pair.IdentityName, identity, target.Frame, target.Face, texture);

        string remarks = Remarks("texture", texture);
        double? textureSmile = smiling is null ? null : SmileKept("texture on neutral", texture);
        return new PairFigures(pair, before, new SwapFigures(texture.Identity, texture.MeshError), textureSmile, remarks);

        Outcome Swap(Photograph photograph) => Outcome.Of(engine, photograph.Frame, photograph.Face, identity, TextureOptions);

        double SmileKept(string name, Outcome onSmiling)
        {
            using Outcome onNeutral = Swap(neutral);
            remarks += Remarks(name, onNeutral);
            return onNeutral.Shape is { } still && onSmiling.Shape is { } smile
                ? MouthMotion.Kept((still, smile), (neutral.Shape, smiling!.Shape))
                : 0;
        }
    }

    private static string Remarks(string name, Outcome outcome) => outcome.Fault is { } fault ? $"  {name}: {fault}" : "";

    private static string[] Pictures(string shared, string folder) =>
        [.. Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal)];
}
