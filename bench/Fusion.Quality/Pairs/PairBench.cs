using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Sheets;

namespace FaceFusion.Quality.Pairs;

/// <summary>Forty pairs of identity and target: how like the identity is the result, and how much of the target's expression is left?</summary>
internal static class PairBench
{
    /// <summary>Texture alone as the trial measured it: the target's shape, the target's eyes.</summary>
    public static readonly SwapOptions TextureOptions = new() { Shape = 0, Eyes = 0 };

    /// <summary>The identity's shape and texture, half of either's eyes.</summary>
    public static readonly SwapOptions ShapeOptions = new() { Shape = 1, Eyes = 0.5f };

    private const int TimedPairs = 4;

    public static void Run(FaceEngine engine, IFaceSegmenter segmenter, string shared, bool json, ContactSheet? sheet)
    {
        string[] composites = Pictures(shared, "composite"), neutral = Pictures(shared, "london_neutral"), smiling = Pictures(shared, "london_smiling");
        IReadOnlyList<FacePair> pairs = PairChoice.Choose(composites, neutral, smiling);

        Console.WriteLine(PairReport.Header);
        List<PairFigures> figures = [];
        foreach (FacePair pair in pairs)
        {
            PairFigures measured = Measure(engine, pair, sheet);
            figures.Add(measured);
            Console.WriteLine(PairReport.Line(figures.Count, measured));
        }

        SwapTiming timing = SwapTiming.Measure(engine, segmenter, [.. pairs.Take(TimedPairs).Select(pair => (engine.LoadIdentity(pair.Identity), pair.Neutral))], ShapeOptions);
        PairReport report = new(figures, HeldOutSmiles.Kept(engine, composites, neutral, smiling), timing);
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

        using Outcome texture = Swap(target, TextureOptions, null), shape = Swap(target, ShapeOptions, null), known = Swap(target, ShapeOptions, neutral.Shape);
        sheet?.Add(pair.TargetName, pair.IdentityName, identity, target.Frame, target.Face, texture, shape);

        double? textureSmile = null, knownSmile = null, modelSmile = null;
        string remarks = Remarks("texture", texture) + Remarks("shape", shape) + Remarks("known", known);
        if (smiling is not null)
        {
            textureSmile = SmileKept("texture on neutral", texture, TextureOptions, null);
            modelSmile = SmileKept("shape on neutral", shape, ShapeOptions, null);
            knownSmile = SmileKept("known on neutral", known, ShapeOptions, neutral.Shape);
        }

        return new PairFigures(
            pair, before, new SwapFigures(texture.Identity, texture.MeshError), new SwapFigures(shape.Identity, shape.MeshError), new SwapFigures(known.Identity, known.MeshError),
            textureSmile, knownSmile, modelSmile, remarks);

        Outcome Swap(Photograph photograph, SwapOptions options, FaceShape? targetNeutral) =>
            Outcome.Of(engine, photograph.Frame, photograph.Face, identity, options, targetNeutral);

        double SmileKept(string name, Outcome onSmiling, SwapOptions options, FaceShape? targetNeutral)
        {
            using Outcome onNeutral = Swap(neutral, options, targetNeutral);
            remarks += Remarks(name, onNeutral);
            return MouthMotion.Kept(onNeutral, onSmiling, neutral, smiling!);
        }
    }

    private static string Remarks(string name, Outcome outcome) => outcome.Fault.Length > 0 ? $"  {name}: {outcome.Fault}" : "";

    private static string[] Pictures(string shared, string folder) =>
        [.. Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal)];
}
