namespace FaceFusion.Fusion.Swappers;

/// <summary>The masks that say where a network's face is seen.</summary>
[Flags]
public enum MaskKinds
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The crop without a soft margin along its sides.</summary>
    Box = 1,

    /// <summary>The outline of the face, feathered inwards.</summary>
    Hull = 2,

    /// <summary>Chosen parts of the face.</summary>
    Region = 4,

    /// <summary>What is not hidden by hair, hands or something else, where a network tells.</summary>
    Occlusion = 8,

    /// <summary>Where the swapping network itself says that its face is; everywhere for those that don't say.</summary>
    Network = 16,
}
