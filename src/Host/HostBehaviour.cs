namespace FaceFusion.Host;

/// <summary>
/// How a host treats plug-ins beyond what it says of itself. Every value is one that a real host was seen to have; the
/// defaults are those of a host that does as the specification says.
/// </summary>
public sealed record HostBehaviour
{
    /// <summary>How long the instances live that frames are rendered on.</summary>
    public RenderInstances RenderInstances { get; init; } = RenderInstances.Same;

    /// <summary>Whether a plug-in that supports tiles is asked for frames in parts, each an image with bounds of its own.</summary>
    public bool RendersTiles { get; init; }

    /// <summary>Whether changes of parameters, clips and time are told; MLT tells none.</summary>
    public bool SendsInstanceChanged { get; init; } = true;

    /// <summary>Whether IsIdentity, FramesNeeded, regions and preferences are asked for before a frame; MLT asks for preferences alone.</summary>
    public bool AsksBeforeRender { get; init; } = true;

    /// <summary>Whether the last instances are never destroyed and the plug-in never unloaded before its library is closed; MLT.</summary>
    public bool ForgetsToUnload { get; init; }

    /// <summary>Whether clips that nobody connected say that they are; their images are null. Resolve.</summary>
    public bool EveryClipLooksConnected { get; init; }

    /// <summary>Whether asking for a clip that isn't there answers OK and a null handle; MLT.</summary>
    public bool UnknownClipIsOk { get; init; }

    /// <summary>Whether clips give the frame being rendered whatever time is asked for; MLT.</summary>
    public bool ClipTimeIsIgnored { get; init; }

    /// <summary>Whether version 2 of the message suite has a null setPersistentMessage and a wild clearPersistentMessage; Resolve.</summary>
    public bool PersistentMessagesAreBroken { get; init; }

    /// <summary>Whether an image's own render scale is 1 whatever the render's is; Vegas.</summary>
    public bool ImageScaleIsOne { get; init; }

    /// <summary>Whether an image's field is the empty string; MLT.</summary>
    public bool ImageFieldIsEmpty { get; init; }

    /// <summary>The order of an RGBA pixel's components, told by Vegas's extension; null where there is none.</summary>
    public PixelOrder? PixelOrder { get; init; }

    /// <summary>Properties that sets lack although newer versions of the API define them: writing them answers "unknown".</summary>
    public IReadOnlySet<string> UnknownProperties { get; init; } = new HashSet<string>();

    /// <summary>Whether the host says nothing of itself, not even its name.</summary>
    public bool HostPropertiesAreEmpty { get; init; }

    /// <summary>Bytes between one row's last pixel and the next row.</summary>
    public int RowPadding { get; init; }

    /// <summary>Where the bottom left corner of clips lies, in canonical coordinates; bounds need not start at 0.</summary>
    public (int X, int Y) ClipOrigin { get; init; }
}
