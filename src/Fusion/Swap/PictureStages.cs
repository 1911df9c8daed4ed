using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>Several networks at work on a swapped face's picture, one after the other.</summary>
/// <param name="Stages">The networks in their order.</param>
internal sealed record PictureStages(IReadOnlyList<IPictureStage> Stages) : IPictureStage
{
    /// <inheritdoc/>
    public void Apply(FaceMesh mesh, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        foreach (IPictureStage stage in Stages)
            stage.Apply(mesh, space, exposure, beneath, matte, window, picture);
    }
}
