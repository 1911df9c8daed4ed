using FaceFusion.HostsBench;
using FaceFusion.TestSupport;

if (SharedMaterial.Root is null)
{
    Console.Error.WriteLine("The shared material is not there; set FACEFUSION_SHARED to its folder.");
    return 1;
}

Shot shot = Shot.Of(args[0]);
if (Option("--part") is { } part)
    return Part.Run(part, shot);

string? only = Option("--only");
if (only is not (null or Part.Matrix or Part.Cycles or Part.Churn))
{
    Console.Error.WriteLine($"There is no part '{only}'; use matrix, cycles or churn.");
    return 2;
}

Figures figures = new();
foreach (string name in (string[])[Part.Matrix, Part.Cycles, Part.Churn])
{
    if (only is null || only == name)
        Part.InProcessOfItsOwn(name, args[0], figures);
}

if (args.Contains("--json"))
    Console.WriteLine(figures.ToJson());
return 0;

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
