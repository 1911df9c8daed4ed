namespace FaceFusion.Fusion.Swappers;

/// <summary>Parts of a face.</summary>
[Flags]
public enum FaceRegions
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>What is none of the others.</summary>
    Skin = 1,

    /// <summary>Both brows.</summary>
    Brows = 2,

    /// <summary>What lies between the lids of both eyes.</summary>
    Eyes = 4,

    /// <summary>Both lips.</summary>
    Lips = 8,

    /// <summary>What lies between the lips.</summary>
    Mouth = 16,

    /// <summary>The whole face.</summary>
    All = Skin | Brows | Eyes | Lips | Mouth,
}
