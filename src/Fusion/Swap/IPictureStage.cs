using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>A network at work on a swapped face's picture before its grain and sharpness are matched to the plate.</summary>
internal interface IPictureStage
{
    /// <summary>Changes a swap's picture.</summary>
    /// <param name="mesh">The face as it is now, in the frame's coordinates.</param>
    /// <param name="space">The working space.</param>
    /// <param name="exposure">The plate's exposure.</param>
    /// <param name="beneath">What lies beneath the picture at normal exposure: the window's plate, moved where the shape moved it.</param>
    /// <param name="matte">How much of the picture is seen.</param>
    /// <param name="window">The pixels of the frame that are worked on.</param>
    /// <param name="picture">The swap's picture at normal exposure; changed in place.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    void Apply(FaceMesh mesh, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture);
}
