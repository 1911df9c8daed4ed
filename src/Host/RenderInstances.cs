namespace FaceFusion.Host;

/// <summary>On which instances a host renders.</summary>
public enum RenderInstances
{
    /// <summary>On the one that the user works on.</summary>
    Same,

    /// <summary>On a second one that lives beside it with the same values, as Resolve and Natron do.</summary>
    Shadow,

    /// <summary>On a fresh one for every frame, as Baselight does.</summary>
    PerFrame,

    /// <summary>On a fresh one for every frame, of a plug-in that is given the host, loaded and described anew for it, as in MLT.</summary>
    PerFrameReloaded,
}
