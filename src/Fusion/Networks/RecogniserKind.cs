namespace FaceFusion.Fusion.Networks;

/// <summary>The families that tell people apart.</summary>
public enum RecogniserKind
{
    /// <summary>Whatever serves best: the public network that the engine knows best, else the starter.</summary>
    Automatic,

    /// <summary>MobileFaceNet.</summary>
    MobileFaceNet,

    /// <summary>ArcFace.</summary>
    ArcFace,
}
