using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests;

/// <summary>The engine on the shared models, and the shared pictures.</summary>
internal static class Material
{
    public static FaceEngine Engine() => new(Library());

    public static ModelLibrary Library()
    {
        SharedMaterial.Require("models/face_detection_yunet_2023mar.onnx");
        return new ModelLibrary([SharedMaterial.Require("models")], ModelManifest.BuiltIn);
    }

    /// <summary>The shared models without one that can be done without, copied into a folder.</summary>
    public static ModelLibrary LibraryWithout(string id, TemporaryFolder folder)
    {
        foreach (ModelEntry entry in ModelManifest.BuiltIn.Models.Where(entry => entry.Id != id && entry.Training is null && entry.Inputs.Count > 0))
            File.Copy(SharedMaterial.Require($"models/{entry.File}"), folder.File(entry.File));
        return new ModelLibrary([folder.Path], ModelManifest.BuiltIn);
    }

    /// <summary>The models of a machine that lacks one public network, with the project's own in its place.</summary>
    public static ModelLibrary LibraryWithStarter(FaceNetwork network, TemporaryFolder folder) =>
        new([.. LibraryWithout(network.Public, folder).Folders, Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter")], ModelManifest.BuiltIn);

    public static string Composite(string name) => SharedMaterial.Require($"pictures/composite/{name}.jpg");

    public static string London(string name) => SharedMaterial.Require($"pictures/london_neutral/{name}.jpg");

    public static Still Open(string path) => StillDecoder.Load(path);

    /// <summary>The human-placed points of a picture; those of the London set were placed at twice its size.</summary>
    public static Vector2[] Template(string picture, float scale) =>
        [.. File.ReadLines(Path.ChangeExtension(picture, ".tem")).Skip(1).Take(189).Select(line =>
        {
            string[] numbers = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            return scale * new Vector2(float.Parse(numbers[0], CultureInfo.InvariantCulture), float.Parse(numbers[1], CultureInfo.InvariantCulture));
        })];
}
