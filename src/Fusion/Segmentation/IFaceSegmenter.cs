using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>Tells skin, clothes and hair around a face apart. Implementations are thread-safe and deterministic.</summary>
public interface IFaceSegmenter
{
    /// <summary>Looks at a face: all of the frame that the network needs is read.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <returns>The look, whose network hasn't run yet; the caller disposes of it.</returns>
    FaceLook Look(in FrameView frame, FaceMesh mesh);

    /// <summary>Begins what a look at a face can be spared whose points are still being found; mostly nothing.</summary>
    /// <param name="frame">The frame; nobody else may look at it until its <see cref="FrameView.Ahead"/> has been finished.</param>
    /// <param name="face">What becomes the mesh's <see cref="FaceMesh.Crop"/>.</param>
    internal void LookAhead(in FrameView frame, FaceCrop face)
    {
    }
}
