using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The areas of a swap: where the identity is shown, where both persons' skin and lips can be compared, and where the
/// features lie that are no skin. All planes are weights, 0 to 1; all widths are in inter-ocular distances.
/// </summary>
internal sealed class SwapAreas : IDisposable
{
    /// <summary>The identity's picture smears where the surface turned away from its camera: nothing of it is shown at this cosine of the angle.</summary>
    public const float FacingNone = 0.15f;

    /// <summary>From this cosine on all of it is shown.</summary>
    public const float FacingFull = 0.45f;

    // Softness of the edges of eyes, brows and lips.
    private const float FeatureBlur = 0.018f;

    // The outermost ring tells nothing about the skin: hair, ears and background begin there.
    private const float OuterRing = 0.04f;

    // What lies far below black is a defect and spoils every average.
    private const float LowestComparable = -0.5f;

    /// <summary>How far from the edge of the identity's picture its tones become its own, in inter-ocular distances.</summary>
    public const float SeamWidth = 0.08f;

    // Further below its hair, which casts its shadow there, and towards which dark skin darkens: on a fair forehead as arcs.
    private const float HairSeamWidth = 0.34f;

    private const int RowGrain = 16;

    private SwapAreas(Plane matte, Plane interior, Plane comparable, Plane skin, Plane brows, Plane lips, Plane eyes)
    {
        Matte = matte;
        Interior = interior;
        Comparable = comparable;
        Skin = skin;
        Brows = brows;
        Lips = lips;
        Eyes = eyes;
    }

    /// <summary>Where the identity is shown.</summary>
    public Plane Matte { get; }

    /// <summary>How far inside the identity's picture: 0 at its edge, 1 where its tones are its own.</summary>
    public Plane Interior { get; }

    /// <summary>Where both pictures are seen well, features included.</summary>
    public Plane Comparable { get; }

    /// <summary>Where both pictures show skin.</summary>
    public Plane Skin { get; }

    /// <summary>What the brows cover.</summary>
    public Plane Brows { get; }

    /// <summary>Where both pictures show lips.</summary>
    public Plane Lips { get; }

    /// <summary>What lies between the lids.</summary>
    public Plane Eyes { get; }

    /// <summary>Makes all areas.</summary>
    /// <param name="surface">The target's surface.</param>
    /// <param name="coverage">Where it is seen.</param>
    /// <param name="attributes">In Z how much the surface faces the identity's camera, in W its distance from the outline of the identity's face.</param>
    /// <param name="texture">In W how much of its surface the identity's picture shows.</param>
    /// <param name="original">The target's pixels at normal exposure.</param>
    /// <param name="unhidden">
    /// Makes how much of the target's surface the plate shows: nothing where hair or something else is in front of it. Asked for last: a
    /// network may still be telling.
    /// </param>
    /// <param name="exposure">The plate's exposure.</param>
    /// <param name="shown">How much the plate shows anything.</param>
    /// <param name="options">Feather and eyes.</param>
    /// <param name="scale">The unit of the widths.</param>
    public static SwapAreas Make(TargetSurface surface, Plane coverage, ImageBuffer attributes, ImageBuffer texture, ImageBuffer original, Func<Plane> unhidden, PlateExposure exposure, Plane shown, SwapOptions options, SwapScale scale)
    {
        int width = coverage.Width, height = coverage.Height;
        using Plane distance = Plane.Uninitialized(width, height);
        DistanceTransform.Inside(coverage, distance);
        KeepWithinIdentity(attributes, scale, distance);
        Plane matte = Plane.Uninitialized(width, height), comparable = Plane.Uninitialized(width, height), interior = Plane.Uninitialized(width, height);
        DirectionalFeather.Apply(distance, surface.WindowToFace(), options.Feather.Widths(scale), matte);
        float seam = SeamWidth * scale.Pixels;
        DirectionalFeather.Apply(distance, surface.WindowToFace(), new FeatherWidths(HairSeamWidth * scale.Pixels, seam, seam, seam), interior);
        Feather.Smoothstep(distance, OuterRing * scale.Pixels, 2 * OuterRing * scale.Pixels, comparable);

        float blur = FeatureBlur * scale.Pixels;
        using Plane mouth = surface.SoftArea(CanonicalFace.MouthTriangles, blur);
        Plane eyes = surface.SoftArea(CanonicalFace.EyeTriangles, blur);
        Plane brows = surface.SoftArea(CanonicalFace.BrowTriangles, blur);
        Plane lips = surface.SoftArea(CanonicalFace.LipTriangles, blur);
        Plane skin = Plane.Uninitialized(width, height);
        float keptEyes = 1 - options.Eyes;
        Executor.For(0, height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> facingRow = attributes.Row(y), textureRow = texture.Row(y), pixels = original.Row(y);
                ReadOnlySpan<float> mouthRow = mouth.Row(y), eyesRow = eyes.Row(y), browsRow = brows.Row(y), shownRow = shown.Row(y);
                Span<float> matteRow = matte.Row(y), comparableRow = comparable.Row(y), skinRow = skin.Row(y), lipsRow = lips.Row(y);
                for (int x = 0; x < matteRow.Length; x++)
                {
                    float seen = Feather.Smoothstep(facingRow[x].Z, FacingNone, FacingFull) * Math.Clamp(textureRow[x].W, 0, 1);
                    matteRow[x] *= seen * (1 - mouthRow[x]) * (1 - keptEyes * eyesRow[x]);
                    float weight = comparableRow[x] * seen * shownRow[x] * Comparability(pixels[x], exposure);
                    comparableRow[x] = weight;
                    skinRow[x] = weight * Math.Max(1 - eyesRow[x] - browsRow[x] - lipsRow[x], 0);
                    lipsRow[x] *= 1 - mouthRow[x];
                }
            }
        });

        // Last, since a network may still be looking for it.
        using Plane surfaceShown = unhidden();
        foreach (Plane area in (ReadOnlySpan<Plane>)[matte, comparable, skin])
            PlaneMath.Multiply(area, surfaceShown, area);
        return new SwapAreas(matte, interior, comparable, skin, brows, lips, eyes);
    }

    /// <summary>The same areas with another matte, whose edge the tones follow; takes the place of this object.</summary>
    /// <param name="matte">Where the identity is shown; belongs to the areas.</param>
    /// <param name="seam">How far inside the matte tones become the identity's own, in pixels.</param>
    public SwapAreas Showing(Plane matte, float seam)
    {
        Plane interior = Plane.Uninitialized(matte.Width, matte.Height);
        for (int i = 0; i < matte.Length; i++)
            interior.Values[i] = matte.Values[i] > 0 ? 1 : 0;
        DistanceTransform.Inside(interior, interior);
        Feather.Smoothstep(interior, 0, seam, interior);
        Matte.Dispose();
        Interior.Dispose();
        return new SwapAreas(matte, interior, Comparable, Skin, Brows, Lips, Eyes);
    }

    // The edge is where either face ends, whichever is nearer.
    private static void KeepWithinIdentity(ImageBuffer attributes, SwapScale scale, Plane distance)
    {
        float pixels = scale.Pixels;
        Executor.For(0, distance.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> margins = attributes.Row(y);
                Span<float> row = distance.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] = Math.Min(row[x], Math.Max(margins[x].W * pixels, 0));
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Matte.Dispose();
        Interior.Dispose();
        Comparable.Dispose();
        Skin.Dispose();
        Brows.Dispose();
        Lips.Dispose();
        Eyes.Dispose();
    }

    private static float Comparability(Vector4 pixel, PlateExposure exposure) =>
        Math.Min(pixel.X, Math.Min(pixel.Y, pixel.Z)) >= LowestComparable ? 1 - exposure.Glint(pixel) : 0;
}
