namespace FaceFusion.Fusion.Swappers;

/// <summary>What swaps a face: the mesh of the engine itself, or one of the public networks.</summary>
public enum Swapper
{
    /// <summary>The engine's own photographic swap.</summary>
    Mesh,

    /// <summary>inswapper of 128 pixels.</summary>
    InSwapper128,

    /// <summary>inswapper of 128 pixels in half precision.</summary>
    InSwapper128Half,

    /// <summary>HyperSwap 1a of 256 pixels.</summary>
    HyperSwap1a,

    /// <summary>HyperSwap 1b of 256 pixels.</summary>
    HyperSwap1b,

    /// <summary>HyperSwap 1c of 256 pixels.</summary>
    HyperSwap1c,

    /// <summary>SimSwap of 256 pixels.</summary>
    SimSwap256,

    /// <summary>SimSwap (unofficial) of 512 pixels.</summary>
    SimSwap512,

    /// <summary>GHOST 1 of 256 pixels.</summary>
    Ghost1,

    /// <summary>GHOST 2 of 256 pixels.</summary>
    Ghost2,

    /// <summary>GHOST 3 of 256 pixels.</summary>
    Ghost3,

    /// <summary>HifiFace (unofficial) of 256 pixels.</summary>
    HifiFace,

    /// <summary>BlendSwap of 256 pixels.</summary>
    BlendSwap,

    /// <summary>UniFace of 256 pixels.</summary>
    UniFace,

    /// <summary>A file of one of these families, or a DeepFaceLive model.</summary>
    File,
}
