using FaceFusion.SideBySide.Crops;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>Medians of whole node calls on a float RGBA frame.</summary>
/// <param name="Size">The frame's size.</param>
/// <param name="Face">The height of the face's picture in it, in pixels.</param>
/// <param name="Copy">Copying the frame, milliseconds.</param>
/// <param name="Call">The call without the time of its networks, milliseconds.</param>
/// <param name="Again">A call on a frame whose swap is kept, milliseconds.</param>
/// <param name="WithNetwork">The same first look where a network swaps instead of the mesh, without the time of its networks, milliseconds.</param>
/// <param name="Networks">The time during which a network ran, milliseconds.</param>
/// <param name="Total">The call with its networks, milliseconds.</param>
/// <param name="Bytes">Managed bytes that a call allocates, the offline host's own among them.</param>
/// <param name="Stages">The engine's steps, called one by one.</param>
internal sealed record NodeResult(FrameSize Size, int Face, double Copy, double Call, double Again, double WithNetwork, double Networks, double Total, double Bytes, StageTimes Stages)
{
    /// <summary>The call in copies of the frame.</summary>
    public double Copies => Call / Copy;

    /// <summary>The call on a frame whose swap is kept, in copies of the frame.</summary>
    public double CopiesAgain => Again / Copy;

    /// <summary>The call in which a network swaps, in copies of the frame.</summary>
    public double CopiesNetwork => WithNetwork / Copy;

    /// <summary>The call without the built-in swap, which does what a swapping network would do, in copies of the frame.</summary>
    public double CopiesBesideSwap => (Call - Stages.Swap) / Copy;
}
