namespace FaceFusion.Node.Rendering;

/// <summary>What the node puts out; the order is that of the parameter's options.</summary>
internal enum OutputMode
{
    /// <summary>The plate with the face.</summary>
    Composite,

    /// <summary>What was changed alone, premultiplied by the matte.</summary>
    FaceLayer,

    /// <summary>Where anything changed: the face layer's alpha in every channel.</summary>
    Matte,

    /// <summary>The composite with boxes, points and figures.</summary>
    Debug,

    /// <summary>Where the identity's picture is seen, without the plate that moved around it, in every channel.</summary>
    FaceMatte,
}
