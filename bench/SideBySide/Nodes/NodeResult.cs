using FaceFusion.SideBySide.Crops;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>Medians of whole node calls on a float RGBA frame.</summary>
/// <param name="Size">The frame's size.</param>
/// <param name="Face">The height of the face's picture in it, in pixels.</param>
/// <param name="Copy">Copying the frame, milliseconds.</param>
/// <param name="Call">The call without the time of its networks, milliseconds.</param>
/// <param name="Networks">The networks' time, milliseconds.</param>
/// <param name="Bytes">Managed bytes that a call allocates, the offline host's own among them.</param>
/// <param name="Stages">The engine's steps, called one by one.</param>
internal sealed record NodeResult(FrameSize Size, int Face, double Copy, double Call, double Networks, double Bytes, StageTimes Stages)
{
    /// <summary>The call in copies of the frame.</summary>
    public double Copies => Call / Copy;
}
