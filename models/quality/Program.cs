using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Quality;
using FaceFusion.Inference.Models;
using FaceFusion.Naturalness;

// Every fourth picture of a folder is left out of the fit, for the figures.
const int heldOut = 4;

if (args is not (["fit", _, _, ..] or ["evaluate", _, ..]))
{
    Console.Error.WriteLine("usage: quality fit OUTPUT.bin FOLDER… | quality evaluate FOLDER… (folders of good portraits, or pictures)");
    return 2;
}

FacePictures pictures = new(new FaceEngine(ModelLibrary.Default(null)));
if (args[0] == "fit")
{
    List<double[]> patches = [];
    foreach (string folder in args.Skip(2))
        patches.AddRange(FacePictures.Of(folder).Where((_, i) => i % heldOut != 0).SelectMany(file => pictures.Patches(file, Damage.None)).SelectMany(found => found));
    if (patches.Count < 2 * NaturalnessModel.Dimension)
    {
        Console.Error.WriteLine($"The pictures have {patches.Count} patches of faces, too few to fit {NaturalnessModel.Dimension} numbers; give more portraits.");
        return 1;
    }

    File.WriteAllBytes(args[1], NaturalnessModel.Fit(patches).ToFile());
    Console.WriteLine($"{patches.Count} patches");
    return 0;
}

foreach (string folder in args.Skip(1))
{
    // By damage, the scores of the pictures.
    List<double>[] scores = [.. Damage.All.Select(_ => new List<double>())];
    foreach (string file in FacePictures.Of(folder).Where((_, i) => i % heldOut == 0))
    {
        IReadOnlyList<IReadOnlyList<double[]>> found = pictures.Patches(file, Damage.All);
        for (int i = 0; i < found.Count; i++)
            scores[i].Add(found[i].Count > 1 ? NaturalnessModel.BuiltIn.Distance(NaturalnessModel.Fit(found[i])) : 0);
    }

    for (int i = 0; i < scores.Length && scores[i].Count > 0; i++)
    {
        double[] sorted = [.. scores[i].Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(folder),-16} {Damage.All[i].Name,-16} {sorted.Length,3}: {sorted[0],6:0.00} {sorted[sorted.Length / 2],6:0.00} {sorted[^1],6:0.00}, above {IdentityQuality.Poor}: {sorted.Count(score => score > IdentityQuality.Poor)}"));
    }
}

return 0;
