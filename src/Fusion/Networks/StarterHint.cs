using FaceFusion.Inference.Models;

namespace FaceFusion.Fusion.Networks;

/// <summary>What an artist is told when a starter network is asked for something it is weak at.</summary>
public static class StarterHint
{
    /// <summary>Heads turned further than this, in degrees, are beyond the starter that places points.</summary>
    public const double GreatestYaw = 60;

    /// <summary>Faces lower than this in their frame, in pixels, are beyond the starters that find faces and place points.</summary>
    public const float SmallestFace = 24;

    /// <summary>The hint for a frame's faces, one sentence; null when the networks are up to them.</summary>
    /// <param name="models">The machine's models.</param>
    /// <param name="faces">The faces.</param>
    /// <exception cref="Inference.ModelException">A file of a network's name holds something else.</exception>
    public static string? For(ModelLibrary models, IEnumerable<Face> faces)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(faces);
        FaceNetwork[] starters = [.. new[] { FaceNetwork.Detector, FaceNetwork.Landmarks }.Where(network => network.IsStarter(network.Find(models)))];
        if (starters.Length == 0)
            return null;

        foreach (Face face in faces)
        {
            if (face.Detection.Box.Height < SmallestFace)
                return Sentence($"A face is only {face.Detection.Box.Height:0} pixels high", models.Manifest, starters);
            if (Math.Abs(face.Pose.Yaw) > GreatestYaw && starters.Contains(FaceNetwork.Landmarks))
                return Sentence($"A head is turned by {Math.Abs(face.Pose.Yaw):0}°", models.Manifest, [FaceNetwork.Landmarks]);
        }

        return null;
    }

    /// <summary>Which tasks starters do on a machine, one sentence; null when the public networks do all.</summary>
    /// <param name="models">The machine's models.</param>
    /// <exception cref="Inference.ModelException">A file of a network's name holds something else.</exception>
    public static string? InUse(ModelLibrary models)
    {
        ArgumentNullException.ThrowIfNull(models);
        string[] tasks = [.. FaceNetwork.All.Where(network => network.IsStarter(network.Find(models))).Select(network => network.Task)];
        return tasks.Length == 0 ? null : $"A starter network {string.Join(", ", tasks)}.";
    }

    /// <summary>How to install the public networks of some tasks: the end of a sentence.</summary>
    /// <param name="manifest">The models there are.</param>
    /// <param name="networks">The tasks, one or more.</param>
    public static string Remedy(ModelManifest manifest, IReadOnlyList<FaceNetwork> networks)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(networks);
        ModelEntry[] entries = [.. networks.Select(network => manifest.Require(network.Public))];
        string[] commands =
        [
            .. entries.Where(entry => entry.Source is not null).Select(entry => $"'facefusion models fetch {entry.Id}'"),
            .. entries.Where(entry => entry.Source is null).Select(entry => $"'facefusion models add {entry.File}'"),
        ];
        return $"install the public one{(entries.Length > 1 ? "s" : "")} with {string.Join(" and ", commands)}";
    }

    private static string Sentence(FormattableString cause, ModelManifest manifest, FaceNetwork[] networks) =>
        $"{FormattableString.Invariant(cause)}, for which the small network{(networks.Length > 1 ? "s" : "")} that come{(networks.Length > 1 ? "" : "s")} with the node {(networks.Length > 1 ? "are" : "is")} weak; {Remedy(manifest, networks)}.";
}
