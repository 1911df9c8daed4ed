namespace FaceFusion.Fusion.Networks;

/// <summary>Which networks the engine is to use, by their ids in the manifests; null leaves a task to whatever serves best.</summary>
public sealed record NetworkChoice
{
    /// <summary>Every task left to whatever serves best.</summary>
    public static NetworkChoice Automatic { get; } = new();

    /// <summary>What finds faces.</summary>
    public string? Detector { get; init; }

    /// <summary>What places the points.</summary>
    public string? Landmarks { get; init; }

    /// <summary>What tells people apart.</summary>
    public string? Recogniser { get; init; }

    /// <summary>What tells a face from what is in front of it.</summary>
    public string? Segmenter { get; init; }

    /// <summary>The choice for a task; null for whatever serves best.</summary>
    /// <param name="network">The task.</param>
    public string? For(FaceNetwork network) =>
        network == FaceNetwork.Detector ? Detector
        : network == FaceNetwork.Landmarks ? Landmarks
        : network == FaceNetwork.Recogniser ? Recogniser
        : network == FaceNetwork.Segmenter ? Segmenter
        : null;
}
