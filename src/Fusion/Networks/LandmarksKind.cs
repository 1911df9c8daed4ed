namespace FaceFusion.Fusion.Networks;

/// <summary>The families that place points on a face.</summary>
public enum LandmarksKind
{
    /// <summary>Whatever serves best: the public network that the engine knows best, else the starter.</summary>
    Automatic,

    /// <summary>MediaPipe's 478 points, irises included.</summary>
    MediaPipe478,

    /// <summary>MediaPipe's 468 points.</summary>
    MediaPipe468,

    /// <summary>2D-FAN, 68 points.</summary>
    Fan68,

    /// <summary>PeppaPig, 68 points.</summary>
    PeppaWutz,

    /// <summary>68 points guessed from the five of the detector.</summary>
    Fan68From5,

    /// <summary>PFLD, 98 points.</summary>
    Pfld98,

    /// <summary>OpenSeeFace, 66 points.</summary>
    OpenSeeFace66,
}
