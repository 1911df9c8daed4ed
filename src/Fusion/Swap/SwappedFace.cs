using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
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
    // L* of mid grey.
    private const float MidTone = 50;

    internal SwappedFace(RectI region, NetworkSpace space, ImageBuffer original, ImageBuffer result, Plane weight, Plane matte, in SwapFindings findings)
    {
        Region = PictureRegion = region;
        Picture = result;
        Mesh = findings.Shape.Mesh;
        Space = space;
        Original = original;
        Result = result;
        Weight = weight;
        Matte = matte;
        Shape = findings.Shape.Strength;
        ShapeNote = findings.Shape.Note;
        FitResidual = findings.Shape.FitResidual;
        IdentityNotes = findings.IdentityNotes;
        IsSegmented = findings.IsSegmented;
        PlateGrain = findings.Noise.Deviation(MidTone).X;
    }

    // Another picture of the same swap.
    private SwappedFace(SwappedFace of, RectI region, ImageBuffer original, ImageBuffer result, Plane weight, Plane matte, ImageBuffer picture)
    {
        Region = region;
        PictureRegion = of.PictureRegion;
        Picture = picture;
        Mesh = of.Mesh;
        Space = of.Space;
        Original = original;
        Result = result;
        Weight = weight;
        Matte = matte;
        Shape = of.Shape;
        ShapeNote = of.ShapeNote;
        FitResidual = of.FitResidual;
        IdentityNotes = of.IdentityNotes;
        IsSegmented = of.IsSegmented;
        PlateGrain = of.PlateGrain;
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

    /// <summary>The points of the face as it is now, with the shape it got, in the frame's coordinates: what the identity's picture was laid over.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>
    /// The identity's picture all over the mesh, coloured by the plate's light but not yet matted; around it the plate.
    /// In the working space, straight alpha; <see cref="Result"/> itself where the shape stays. Of the size of
    /// <see cref="PictureRegion"/>.
    /// </summary>
    public ImageBuffer Picture { get; internal init; }

    /// <summary>Where <see cref="Picture"/> lies in the frame; inside <see cref="Region"/>.</summary>
    public RectI PictureRegion { get; internal init; }

    /// <summary>How much of the identity's shape the face got: <see cref="SwapOptions.Shape"/>, or less, down to 0, when that could not be had.</summary>
    public float Shape { get; }

    /// <summary>Why the face got less of the shape than was asked for, for the artist; "" when it is as asked for.</summary>
    public string ShapeNote { get; }

    /// <summary>
    /// How far the face lies from any that the shape model knows, in inter-ocular distances (<see cref="NeutralFit.Residual"/>);
    /// <see langword="null"/> when the model was not asked.
    /// </summary>
    public double? FitResidual { get; }

    /// <summary>Whether a network told hair and what else is in front of the face from skin; else nothing was kept there.</summary>
    public bool IsSegmented { get; }

    /// <summary>The plate's grain: the standard deviation of L* in mid tones, at normal exposure.</summary>
    public float PlateGrain { get; }

    /// <summary>Which of the identity's photos don't suit this face, and what to bring instead: one sentence each; often none.</summary>
    public IReadOnlyList<string> IdentityNotes { get; }

    /// <summary>What compositing takes, in the frame's coordinates; valid until this object is disposed.</summary>
    /// <param name="mix">Factor on the weight, 0 to 1.</param>
    public FaceResidual Residual(float mix = 1) => new(Region, Original, Result, Weight, mix, Space);

    /// <summary>The face without the plate that moved around it, in the frame's coordinates; valid until this object is disposed.</summary>
    /// <param name="mix">Factor on the matte, 0 to 1.</param>
    public FaceResidual FaceAlone(float mix = 1) => new(Region, Original, Result, Matte, mix, Space);

    /// <summary>The same swap after something changed it further; takes the images over. This object stays as it is.</summary>
    /// <param name="region">Where the images lie in the frame; holds <see cref="Region"/>.</param>
    /// <param name="original">The frame's own pixels.</param>
    /// <param name="result">What the weight shows.</param>
    /// <param name="weight">How much of it.</param>
    /// <param name="matte">Where the identity's picture is seen.</param>
    /// <param name="picture">The identity's picture, of the size of <see cref="PictureRegion"/>.</param>
    internal SwappedFace Edited(RectI region, ImageBuffer original, ImageBuffer result, Plane weight, Plane matte, ImageBuffer picture) =>
        new(this, region, original, result, weight, matte, picture);

    /// <summary>
    /// Divides the plate between faces that stand so close together that it moves for both. Where the shape stays the
    /// target's nothing moves, and nothing is divided.
    /// </summary>
    /// <param name="faces">The faces swapped in one frame; their weights change.</param>
    public static void Divide(IReadOnlyList<SwappedFace> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        for (int i = 0; i < faces.Count; i++)
        {
            for (int j = i + 1; j < faces.Count; j++)
            {
                SwappedFace a = faces[i], b = faces[j];
                if (a.Shape > 0 || b.Shape > 0)
                    WeightSharing.Share(a.Region, a.Weight, a.Matte, b.Region, b.Weight, b.Matte);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Original.Dispose();
        Result.Dispose();
        Picture.Dispose();
        Weight.Dispose();
        Matte.Dispose();
    }
}
