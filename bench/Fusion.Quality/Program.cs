using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Quality.Clips;
using FaceFusion.Quality.Demo;
using FaceFusion.Quality.Pairs;
using FaceFusion.Quality.Photos;
using FaceFusion.Quality.Sheets;
using FaceFusion.TestSupport;

string? sheetPath = Option("--sheet"), clip = Option("--clip"), clips = Option("--clips"), identity = Option("--identity");
if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

if ((clip ?? clips) is not null && identity is null)
{
    Console.Error.WriteLine("A clip needs an identity; give '--identity PICTURE'.");
    return 2;
}

ModelLibrary models = new([Path.Combine(shared, "models")], ModelManifest.BuiltIn);
FaceEngine engine = new(models);
if (args.Contains("--truth"))
{
    TruthSheet? truths = sheetPath is null ? null : new TruthSheet(sheetPath);
    SupervisedSwap.Print(SupervisedSwap.MeasureAll(engine, truths));
    truths?.Finish();
    return 0;
}

ContactSheet? sheet = sheetPath is null ? null : new ContactSheet(sheetPath);
if (clip is not null)
    ClipBench.Run(engine, clip, identity!);
else if (clips is not null)
    ClipSheet.Run(engine, clips, identity!, sheet);
else if (Option("--own") is { } own)
    OwnFace.Run(engine, own, int.Parse(Option("--every") ?? "1", System.Globalization.CultureInfo.InvariantCulture), sheet);
else if (args.Contains("--photos"))
    PhotosBench.Run(engine, shared);
else
    PairBench.Run(engine, new SkinHairSegmenter(SessionCache.Get(models.Require(FaceNetwork.Segmenter.Public))), shared, args.Contains("--json"), sheet);

sheet?.Finish();
return 0;

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
