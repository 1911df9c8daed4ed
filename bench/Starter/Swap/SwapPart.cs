using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Swap;

/// <summary>What a swap by the starters is worth beside one by the public networks; the public ones judge both.</summary>
internal static class SwapPart
{
    private const int Pairs = 12;
    private const double Needed = 0.85;

    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (StarterModels.Entries.Count == 0)
            return [];

        FaceEngine judge = models.PublicEngine;
        (double identity, double smile) whole = Quality(judge, judge, shared), own = Quality(models.Engine, judge, shared);
        return
        [
            new("swap", "identity", own.identity),
            new("swap", "identity_public", whole.identity),
            new("swap", "smile_kept", own.smile),
            new("swap", "smile_kept_public", whole.smile),
            new("swap", "ratio", Math.Min(own.identity / whole.identity, own.smile / whole.smile), Needed: Needed),
        ];
    }

    // The mean identity over the pairs and the mean part of the smile that is kept, over those targets that smile.
    private static (double Identity, double Smile) Quality(FaceEngine engine, FaceEngine judge, string shared)
    {
        List<double> identities = [], smiles = [];
        foreach (FacePair pair in PairChoice.Choose(Pictures("composite"), Pictures("london_neutral"), Pictures("london_smiling")).Take(Pairs))
        {
            IdentityPortrait identity = engine.LoadIdentity(pair.Identity), judged = judge.LoadIdentity(pair.Identity);
            (FaceShape Before, FaceShape After, double Identity)? neutral = Swap(engine, judge, pair.Neutral, identity, judged);
            (FaceShape Before, FaceShape After, double Identity)? smiling = pair.Smiling is null ? null : Swap(engine, judge, pair.Smiling, identity, judged);
            identities.Add((pair.Smiling is null ? neutral : smiling)?.Identity ?? 0);
            if (pair.Smiling is not null)
                smiles.Add(neutral is { } n && smiling is { } s ? MouthMotion.Kept((n.After, s.After), (n.Before, s.Before)) : 0);
        }

        return (identities.Average(), smiles.Average());

        string[] Pictures(string folder) => [.. Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal)];
    }

    // The judge's shapes before and after, and its cosine; null when a face isn't found.
    private static (FaceShape Before, FaceShape After, double Identity)? Swap(FaceEngine engine, FaceEngine judge, string picture, IdentityPortrait identity, IdentityPortrait judged)
    {
        using Still still = StillDecoder.Load(picture);
        FrameView frame = still.Frame;
        if (engine.FindFaces(frame) is not [Face face, ..] || judge.FindFaces(frame) is not [Face before, ..])
            return null;
        using SwappedFace? swapped = engine.Swap(frame, face, identity, PairBench.ShapeOptions);
        if (swapped is null)
            return null;
        using RenderedFrame rendered = RenderedFrame.Paste(frame, swapped);
        return judge.FindFaces(rendered.Frame) is [Face after, ..]
            ? (FaceShape.Of(before.Mesh, before.Pose), FaceShape.Of(after.Mesh, after.Pose), judge.Embed(rendered.Frame, after).Cosine(judged.Embedding))
            : null;
    }
}
