using FaceFusion.Inference.Models;
using FaceFusion.Networks.Cost;
using FaceFusion.Networks.Families;
using FaceFusion.Networks.Photos;
using FaceFusion.Quality.Pairs;
using FaceFusion.TestSupport;

if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

ModelLibrary models = new([Path.Combine(shared, "models"), Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter")], ModelManifest.BuiltIn);
LondonPhotos photos = new(shared);
FigureTable.Print(args, new()
{
    ["families"] = FamiliesPart.Measure,
    ["london"] = () => DetectorsPart.Measure(models, photos),
    ["points"] = () => PointsPart.Measure(models, photos),
    ["auc"] = () => RecognisersPart.Measure(models, photos),
    ["cost"] = () => CostPart.Measure(models),
});
return 0;
