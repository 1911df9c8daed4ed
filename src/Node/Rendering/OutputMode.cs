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

    /// <summary>The first face's picture before it was matted, unwrapped into a square at the frame's lower left.</summary>
    Patch,

    /// <summary>For each pixel of the patch its place in the frame.</summary>
    StMap,

    /// <summary>For each pixel of the frame its place in the patch.</summary>
    InverseStMap,
}

/// <summary>What kinds of output there are.</summary>
internal static class OutputModes
{
    /// <summary>Whether the plate is seen.</summary>
    public static bool ShowsPlate(this OutputMode mode) => mode is OutputMode.Composite or OutputMode.Debug;

    /// <summary>Whether it is made from the plate's own pixels.</summary>
    public static bool ReadsPlate(this OutputMode mode) => mode.ShowsPlate() || mode == OutputMode.FaceLayer;

    /// <summary>Whether nothing but plate, or nothing at all, is seen outside the faces' rectangles.</summary>
    public static bool ChangesFacesAlone(this OutputMode mode) => mode is OutputMode.Composite or OutputMode.FaceLayer || mode.IsMatte();

    /// <summary>Whether every channel holds a matte.</summary>
    public static bool IsMatte(this OutputMode mode) => mode is OutputMode.Matte or OutputMode.FaceMatte;

    /// <summary>Whether it holds coordinates, which only floats can.</summary>
    public static bool IsMap(this OutputMode mode) => mode is OutputMode.StMap or OutputMode.InverseStMap;
}
