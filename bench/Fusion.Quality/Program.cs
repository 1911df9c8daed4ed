using FaceFusion.Fusion;
using FaceFusion.Inference.Models;
using FaceFusion.Quality;
using FaceFusion.TestSupport;

string? sheetPath = Option("--sheet"), clip = Option("--clip"), identity = Option("--identity");
if (SharedMaterial.Root is not { } shared)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

FaceEngine engine = new(new ModelLibrary([Path.Combine(shared, "models")], ModelManifest.BuiltIn));
ContactSheet? sheet = sheetPath is null ? null : new ContactSheet();
if (clip is null)
    PairBench.Run(engine, shared, args.Contains("--json"), sheet);
else if (identity is null)
{
    Console.Error.WriteLine("A clip needs an identity; give '--identity PICTURE'.");
    return 2;
}
else
    ClipBench.Run(engine, clip, identity, sheet);

if (sheetPath is not null)
    sheet!.Save(sheetPath);
return 0;

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
