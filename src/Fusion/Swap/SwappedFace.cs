using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// A swapped face, ready to be pasted as a residual: <c>out = in + matte · (host(result) − host(original))</c>. All
/// three images are as large as <see cref="Region"/> and belong to this object.
/// </summary>
public sealed class SwappedFace : IDisposable
{
    internal SwappedFace(RectI region, NetworkSpace space, ImageBuffer original, ImageBuffer result, Plane matte)
    {
        Region = region;
        Space = space;
        Original = original;
        Result = result;
        Matte = matte;
    }

    /// <summary>Where the images lie in the frame; inside the frame.</summary>
    public RectI Region { get; }

    /// <summary>How <see cref="Original"/> and <see cref="Result"/> become the host's values: the frame's space without its highlight roll-off.</summary>
    public NetworkSpace Space { get; }

    /// <summary>The frame's own pixels in the working space (nothing rolled off: above 1 where the plate is), straight alpha.</summary>
    public ImageBuffer Original { get; }

    /// <summary>The swapped pixels in the working space; equal to <see cref="Original"/> where the mesh doesn't reach.</summary>
    public ImageBuffer Result { get; }

    /// <summary>How much of the result is shown, 0 to 1; exactly 0 outside the face.</summary>
    public Plane Matte { get; }

    /// <summary>What compositing takes, in the frame's coordinates; valid until this object is disposed.</summary>
    /// <param name="mix">Factor on the matte, 0 to 1.</param>
    public FaceResidual Residual(float mix = 1) => new(Region, Original, Result, Matte, mix, Space);

    /// <inheritdoc/>
    public void Dispose()
    {
        Original.Dispose();
        Result.Dispose();
        Matte.Dispose();
    }
}
