using System.Globalization;
using FaceFusion.Basis;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Training.Synthesis;

const int views = 3, headViews = 5, shardSize = 1000;
HeldOut heldOut = HeldOut.Load();
FaceMeasurer measurer = new(views);

switch (args)
{
    // Photos and frames as they are, of the people who may be learnt from, and of the others.
    case ["label", string output, .. string[] folders] when folders.Length > 0:
        string[] files = [.. Photographs.Files(folders)];
        foreach (bool held in new[] { false, true })
            new Photographs(measurer).Label(files.Where(file => heldOut.Contains(file) == held)).Save(Path.Combine(output, held ? "held-out" : "real"));
        return 0;
    case ["draw", string output, string first, string count, string head, string backgroundFolder, .. string[] folders] when folders.Length > 0:
        string[] textures = [.. Photographs.Files(folders).Where(file => !heldOut.Contains(file))];
        IReadOnlyList<PhotoFace> faces = new Photographs(measurer).Textures(textures);
        Still[] backgrounds = [.. Photographs.Files(Directory.EnumerateDirectories(backgroundFolder, "*", SearchOption.AllDirectories)).Select(StillDecoder.Load)];
        FaceMeshLandmarker teacher = new(SessionCache.Get(ModelLibrary.Default(null).Require(FaceNetwork.Landmarks.Public)));
        Synthesiser synthesiser = new(faces, new FaceVariation(faces, new Expressions(head, new FaceMeasurer(headViews))), [.. backgrounds.Select(still => still.View)], teacher);
        Console.WriteLine($"{faces.Count} photographed faces, {backgrounds.Length} backgrounds");
        int from = int.Parse(first, CultureInfo.InvariantCulture);
        for (int seed = from; seed < from + int.Parse(count, CultureInfo.InvariantCulture); seed++)
        {
            string folder = Path.Combine(output, $"drawn-{seed:0000}");
            if (!Shard.Exists(folder))
                synthesiser.Draw(seed, shardSize).Save(folder);
            Console.WriteLine(folder);
        }

        return 0;
    default:
        Console.Error.WriteLine("""
            usage: synthesis label OUTPUT FOLDER…
                   synthesis draw OUTPUT FIRST-SEED SHARDS HEAD BACKGROUNDS FOLDER…
            """);
        return 2;
}
