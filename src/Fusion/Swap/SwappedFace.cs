using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// A swapped face, ready to be pasted as a residual: <c>out = in + weight · (host(result) − host(original))</c>, where
/// premultiplied hosts count colours times alpha. All images are as large as <see cref="Region"/> and belong to this
/// object.
/// </summary>
public sealed class SwappedFace : IDisposable
{
    internal SwappedFace(RectI region, NetworkSpace space, ImageBuffer original, ImageBuffer result, Plane weight, Plane matte, in ShapePlan shape)
    {
        Region = region;
        Space = space;
        Original = original;
        Result = result;
        Weight = weight;
        Matte = matte;
        Shape = shape.Strength;
        ShapeNote = shape.Note;
    }

    /// <summary>Where the images lie in the frame; inside the frame.</summary>
    public RectI Region { get; }

    /// <summary>How <see cref="Original"/> and <see cref="Result"/> become the host's values: the frame's space without its highlight roll-off.</summary>
    public NetworkSpace Space { get; }

    /// <summary>The frame's own pixels in the working space (nothing rolled off: above 1 where the plate is), straight alpha.</summary>
    public ImageBuffer Original { get; }

    /// <summary>
    /// What <see cref="Weight"/> shows, in the working space, straight alpha. Where the shape stays, the identity's
    /// picture; else the plate moved to the new outline with the identity's picture matted over it. Equal to
    /// <see cref="Original"/> where neither the mesh nor the move reaches.
    /// </summary>
    public ImageBuffer Result { get; }

    /// <summary>
    /// How much of the result is shown, 0 to 1; exactly 0 where nothing changes. The same values as
    /// <see cref="Matte"/> where the shape stays.
    /// </summary>
    public Plane Weight { get; }

    /// <summary>Where the identity's picture is seen, 0 to 1; exactly 0 outside the face.</summary>
    public Plane Matte { get; }

    /// <summary>How much of the identity's shape the face got: <see cref="SwapOptions.Shape"/>, or 0 when it could not be had.</summary>
    public float Shape { get; }

    /// <summary>Why the shape stayed the target's although another was asked for; "" when it is as asked for.</summary>
    public string ShapeNote { get; }

    /// <summary>Which of the identity's photos don't suit this face, and what to bring instead: one sentence each; often none.</summary>
    public IReadOnlyList<string> IdentityNotes { get; internal init; } = [];

    /// <summary>What compositing takes, in the frame's coordinates; valid until this object is disposed.</summary>
    /// <param name="mix">Factor on the weight, 0 to 1.</param>
    public FaceResidual Residual(float mix = 1) => new(Region, Original, Result, Weight, mix, Space);

    /// <summary>The face without the plate that moved around it, in the frame's coordinates; valid until this object is disposed.</summary>
    /// <param name="mix">Factor on the matte, 0 to 1.</param>
    public FaceResidual FaceAlone(float mix = 1) => new(Region, Original, Result, Matte, mix, Space);

    /// <inheritdoc/>
    public void Dispose()
    {
        Original.Dispose();
        Result.Dispose();
        Weight.Dispose();
        Matte.Dispose();
    }
}
