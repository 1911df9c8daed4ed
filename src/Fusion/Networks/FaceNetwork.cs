using System.Diagnostics.CodeAnalysis;
using FaceFusion.Inference.Models;

namespace FaceFusion.Fusion.Networks;

/// <summary>
/// What a network does for the engine, and which ones can do it: a public one, and a small one of the project's own, the
/// starter, which serves wherever the public one isn't installed. Both are the manifest's.
/// </summary>
public sealed class FaceNetwork
{
    private FaceNetwork(string task, string installed, string starter, bool isNeeded)
    {
        Task = task;
        Public = installed;
        Starter = starter;
        IsNeeded = isNeeded;
    }

    /// <summary>Finds faces and five points of each.</summary>
    public static FaceNetwork Detector { get; } = new("finds faces", "yunet-2023mar", "starter-detector", isNeeded: true);

    /// <summary>Places 478 points on a face.</summary>
    public static FaceNetwork Landmarks { get; } = new("places their points", "mediapipe-landmarks-478", "starter-landmarks", isNeeded: true);

    /// <summary>Tells people apart.</summary>
    public static FaceNetwork Recogniser { get; } = new("tells people apart", "mobilefacenet-128", "starter-recogniser", isNeeded: true);

    /// <summary>Tells skin from hair. It can be done without: nothing is taken to hide a face then.</summary>
    public static FaceNetwork Segmenter { get; } = new("tells skin from hair", "skin-clothes-hair", "starter-segmenter", isNeeded: false);

    /// <summary>The manifest's id of what places irises where the landmark network gives none.</summary>
    internal const string Iris = "mediapipe-iris";

    /// <summary>Every task of the engine.</summary>
    public static IReadOnlyList<FaceNetwork> All { get; } = [Detector, Landmarks, Recogniser, Segmenter];

    /// <summary>What it does: the end of a sentence.</summary>
    public string Task { get; }

    /// <summary>The manifest's id of the public network.</summary>
    public string Public { get; }

    /// <summary>The manifest's id of the starter.</summary>
    public string Starter { get; }

    /// <summary>Whether nothing is rendered without it.</summary>
    public bool IsNeeded { get; }

    /// <summary>Whether the project has a starter for it.</summary>
    /// <param name="manifest">The models there are.</param>
    public bool HasStarter(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Find(Starter) is not null;
    }

    /// <summary>The network that serves on a machine: the public one where it is installed, else the starter; null where there is neither.</summary>
    /// <param name="models">The machine's models.</param>
    /// <param name="choice">What was chosen instead, and has to be there; whatever serves best when null.</param>
    /// <exception cref="Inference.ModelException">A file of a network's name holds something else, or the chosen one isn't there.</exception>
    public ModelFile? Find(ModelLibrary models, NetworkChoice? choice = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (choice?.For(this) is { } chosen)
            return models.Require(chosen);
        return models.FindOptional(Public) ?? (HasStarter(models.Manifest) ? models.FindOptional(Starter) : null);
    }

    /// <summary>The network that serves on a machine.</summary>
    /// <param name="models">The machine's models.</param>
    /// <param name="choice">What was chosen instead, and has to be there; whatever serves best when null.</param>
    /// <exception cref="Inference.ModelException">There is none, or a file of a network's name holds something else.</exception>
    public ModelFile Require(ModelLibrary models, NetworkChoice? choice = null) => Find(models, choice) ?? models.Require(Public);

    /// <summary>Whether a file is the starter's.</summary>
    /// <param name="file">A network's file.</param>
    public bool IsStarter([NotNullWhen(true)] ModelFile? file) => file?.Name == Starter;
}
