using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Enlarging;

/// <summary>Finds networks that enlarge frames.</summary>
public static class EnlargerLoader
{
    /// <summary>The names that are known, as manifests have them.</summary>
    /// <param name="models">Where the networks' files are.</param>
    public static IEnumerable<string> Names(ModelLibrary models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Manifest.Models.Where(entry => entry.Contract == ContractNames.FrameEnlarger).Select(entry => entry.Id);
    }

    /// <summary>An enlarger.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <param name="name">One of <see cref="Names"/>, whose file lies in a models folder under its published name, or a file's path.</param>
    /// <exception cref="ModelException">The file is missing, can't be loaded or enlarges no frames.</exception>
    public static FrameEnlarger Load(ModelLibrary models, string name)
    {
        ArgumentNullException.ThrowIfNull(models);
        ModelEntry? entry = models.Manifest.Find(name) is { Contract: ContractNames.FrameEnlarger } known ? known : null;
        if (entry is null && !File.Exists(name))
            throw new ModelException($"There is no network '{name}' that enlarges frames, and no such file; give one of {string.Join(", ", Names(models))}, or an ONNX file's path.");
        return new FrameEnlarger(SessionCache.Get(entry is null ? NetworkFiles.Open(models, name) : NetworkFiles.Require(models, $"network {entry.Name}", null, entry.File)));
    }
}
