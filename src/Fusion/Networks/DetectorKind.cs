namespace FaceFusion.Fusion.Networks;

/// <summary>The families that find faces.</summary>
public enum DetectorKind
{
    /// <summary>Whatever serves best: the public network that the engine knows best, else the starter.</summary>
    Automatic,

    /// <summary>YuNet.</summary>
    YuNet,

    /// <summary>SCRFD or RetinaFace.</summary>
    Scrfd,

    /// <summary>A YOLO face detector.</summary>
    YoloFace,

    /// <summary>MediaPipe's detector, short or full range.</summary>
    MediaPipe,
}
