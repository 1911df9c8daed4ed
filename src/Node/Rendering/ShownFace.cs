using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Node.Rendering;

/// <summary>How much of a swapped face is shown: what the swap itself says, less what the Matte clip holds out.</summary>
internal sealed class ShownFace : IDisposable
{
    private readonly Plane? _heldWeight, _heldMatte;

    /// <summary>A face as it was swapped.</summary>
    /// <param name="swapped">The face; must outlive this object.</param>
    public ShownFace(SwappedFace swapped) => Swapped = swapped;

    /// <summary>A face of which a part is shown.</summary>
    /// <param name="swapped">The face; must outlive this object.</param>
    /// <param name="shown">How much of it, of its region's size; 0 to 1.</param>
    public ShownFace(SwappedFace swapped, Plane shown)
        : this(swapped)
    {
        _heldWeight = Plane.Uninitialized(shown.Width, shown.Height);
        _heldMatte = Plane.Uninitialized(shown.Width, shown.Height);
        PlaneMath.Multiply(swapped.Weight, shown, _heldWeight);
        PlaneMath.Multiply(swapped.Matte, shown, _heldMatte);
    }

    /// <summary>The face.</summary>
    public SwappedFace Swapped { get; }

    /// <summary>All that changes, in the plate's raster.</summary>
    /// <param name="mix">0 to 1.</param>
    public FaceResidual Residual(float mix) => _heldWeight is null ? Swapped.Residual(mix) : Held(_heldWeight, mix);

    /// <summary>The identity's picture without the plate that moved around it, in the plate's raster.</summary>
    /// <param name="mix">0 to 1.</param>
    public FaceResidual FaceAlone(float mix) => _heldMatte is null ? Swapped.FaceAlone(mix) : Held(_heldMatte, mix);

    /// <inheritdoc/>
    public void Dispose()
    {
        _heldWeight?.Dispose();
        _heldMatte?.Dispose();
    }

    private FaceResidual Held(Plane weight, float mix) => new(Swapped.Region, Swapped.Original, Swapped.Result, weight, mix, Swapped.Space);
}
