using FaceFusion.Fusion.Networks;
using FaceFusion.Quality.Pairs;
using FaceFusion.Starter;
using FaceFusion.Starter.Cost;
using FaceFusion.Starter.Detector;
using FaceFusion.Starter.Identity;
using FaceFusion.Starter.Mask;
using FaceFusion.Starter.Mesh;
using FaceFusion.Starter.Swap;
using FaceFusion.TestSupport;

if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

Dictionary<FaceNetwork, string> candidates = [];
foreach ((string option, FaceNetwork network) in new[] { ("--landmarks", FaceNetwork.Landmarks), ("--detector", FaceNetwork.Detector), ("--segmenter", FaceNetwork.Segmenter) })
{
    int at = Array.IndexOf(args, option);
    if (at >= 0 && at + 1 < args.Length)
        candidates.Add(network, args[at + 1]);
}

using StarterModels models = new(shared, candidates);
FigureTable.Print(args, new()
{
    ["mesh"] = () => MeshPart.Measure(models, shared),
    ["detector"] = () => DetectorPart.Measure(models, shared),
    ["mask"] = () => MaskPart.Measure(models, shared),
    ["identity"] = () => IdentityPart.Measure(models, shared),
    ["swap"] = () => SwapPart.Measure(models, shared),
    ["cost"] = () => CostPart.Measure(models),
});
return 0;
