using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// A swapped face, ready to be pasted as a residual: <c>out = in + matte · (host(result) − host(original))</c>. All
/// three images are as large as <see cref="Region"/> and belong to this object.
/// </summary>
public sealed class SwappedFace : IDisposable
{
    internal SwappedFace(RectI region, ImageBuffer original, ImageBuffer result, Plane matte)
    {
        Region = region;
        Original = original;
        Result = result;
        Matte = matte;
    }

    /// <summary>Where the images lie in the frame; inside the frame.</summary>
    public RectI Region { get; }

    /// <summary>The frame's own pixels in the working space, straight alpha.</summary>
    public ImageBuffer Original { get; }

    /// <summary>The swapped pixels in the working space; equal to <see cref="Original"/> where the mesh doesn't reach.</summary>
    public ImageBuffer Result { get; }

    /// <summary>How much of the result is shown, 0 to 1; exactly 0 outside the face.</summary>
    public Plane Matte { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Original.Dispose();
        Result.Dispose();
        Matte.Dispose();
    }
}
