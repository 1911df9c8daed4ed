using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Fusion.Networks;

/// <summary>
/// Files of public networks that users bring: found by their published name in the models folders, whether or not the
/// manifest knows their content. (What they take and give is checked before they are run.)
/// </summary>
internal static class NetworkFiles
{
    /// <summary>A network's file.</summary>
    /// <param name="models">Where files are.</param>
    /// <param name="title">What the network is: the subject of a sentence.</param>
    /// <param name="beside">A folder to look in first; null for none.</param>
    /// <param name="names">Names that it may have, the best first.</param>
    /// <exception cref="ModelException">No folder has it, it can't be read, or it isn't what the studio's key allows.</exception>
    public static ModelFile Require(ModelLibrary models, string title, string? beside, params ReadOnlySpan<string> names) =>
        Find(models, beside, names)
        ?? throw new ModelException($"The {title} '{names[0]}' is not in {string.Join(", ", models.Folders.Select(folder => $"'{folder}'"))}; put the file there, or choose another network.");

    /// <summary>A network's file; <see langword="null"/> where no folder has it.</summary>
    /// <inheritdoc cref="Require"/>
    public static ModelFile? Find(ModelLibrary models, string? beside, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (string folder in beside is null ? models.Folders : [beside, .. models.Folders])
            {
                string path = Path.Combine(folder, name);
                if (File.Exists(path))
                    return Open(models, path);
            }
        }

        return null;
    }

    /// <summary>A file that an artist has chosen.</summary>
    /// <param name="models">What the manifest knows.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="ModelException">It is missing, can't be read, or isn't what the studio's key allows.</exception>
    public static ModelFile Open(ModelLibrary models, string path)
    {
        ModelFile file = ModelFile.Open(path, models.Manifest, models.Provider);
        return models.Manifest.Trusts(file)
            ? file
            : throw new ModelException($"The network '{file.Path}' is in no manifest that is signed with the key of {StudioKey.Variable}; have it listed and signed with 'facefusion models add' and 'facefusion models sign', or choose another network.");
    }
}
