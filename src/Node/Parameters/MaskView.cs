using FaceFusion.Fusion.Swappers;

namespace FaceFusion.Node.Parameters;

/// <summary>Which mask the mattes show; the order is that of the parameter's options.</summary>
internal enum MaskView
{
    /// <summary>All that are chosen, as they are used.</summary>
    All,

    /// <summary><see cref="MaskKinds.Box"/> alone.</summary>
    Box,

    /// <summary><see cref="MaskKinds.Hull"/> alone.</summary>
    Outline,

    /// <summary><see cref="MaskKinds.Region"/> alone.</summary>
    Region,

    /// <summary><see cref="MaskKinds.Occlusion"/> alone.</summary>
    Occlusion,

    /// <summary><see cref="MaskKinds.Network"/> alone.</summary>
    Network,
}
