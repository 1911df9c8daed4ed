namespace FaceFusion.Fusion.Restorers;

/// <summary>A public network that restores faces, or none.</summary>
public enum Restorer
{
    /// <summary>None.</summary>
    None,

    /// <summary>GFPGAN 1.2.</summary>
    Gfpgan12,

    /// <summary>GFPGAN 1.3.</summary>
    Gfpgan13,

    /// <summary>GFPGAN 1.4.</summary>
    Gfpgan14,

    /// <summary>GPEN of 256 pixels.</summary>
    Gpen256,

    /// <summary>GPEN of 512 pixels.</summary>
    Gpen512,

    /// <summary>GPEN of 1024 pixels.</summary>
    Gpen1024,

    /// <summary>GPEN of 2048 pixels.</summary>
    Gpen2048,

    /// <summary>CodeFormer.</summary>
    CodeFormer,

    /// <summary>RestoreFormer++.</summary>
    RestoreFormer,

    /// <summary>A file of one of these families.</summary>
    File,
}
