using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Where a picture shows a face, and where hair or something else lies in front of it. Computed on the segmentation's
/// grid, so that it costs the same whatever the face's size; all widths are in inter-ocular distances. Owns its memory.
/// </summary>
internal sealed class FaceVisibility : IDisposable
{
    // Hair begins and ends to hide the face at these probabilities, after a blur that joins its strands.
    private const float HairBegins = 0.25f;
    private const float HairWhole = 0.65f;
    private const float HairBlur = 0.015f;

    // Something is in front of the face where there is surely no skin; it reaches as far as there rather isn't.
    private const float NoSkin = 0.5f;
    private const float SurelyNoSkin = 0.8f;

    // Its soft edge, as probabilities that there is no skin.
    private const float EdgeBegins = 0.35f;
    private const float EdgeWhole = 0.75f;

    /// <summary>Areas up to this size, in squares of the unit, are errors of the network: the tip of a brow is no hair.</summary>
    public const float ErrorSize = 0.015f;

    /// <summary>From this size on they are believed.</summary>
    public const float BelievedSize = 0.04f;

    // How far the soft edge of an area may reach, as the deviation of a blur, and the share of it that counts as inside.
    private const float EdgeReach = 0.03f;
    private const float EdgeShare = 0.1f;

    // The network knows what a face is made of where it calls so much of it skin or hair; below the first share it is
    // lost (in a far-off, blurred or blue face) and not believed at all.
    private const float Lost = 0.4f;
    private const float Knowing = 0.7f;

    /// <summary>
    /// What is looked at around a face of which a part is asked for, by the longer side of its box: farther than any blur reaches, and
    /// enough of what hangs together there to tell its size.
    /// </summary>
    public const float Surroundings = 0.15f;

    // The deviation of a Gaussian that a pixel can just show, in pixels.
    private const float PixelSigma = 0.5f;

    private readonly Plane _visible;
    private readonly Affine2D _rasterToGrid;
    private readonly float _unit;

    private FaceVisibility(Plane visible, Affine2D rasterToGrid, float unit)
    {
        _visible = visible;
        _rasterToGrid = rasterToGrid;
        _unit = unit;
    }

    /// <summary>What is visible of a segmented face.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    public static FaceVisibility Of(FaceSegmentation segmentation)
    {
        using Plane lightness = segmentation.Map(3);
        using FaceGround ground = FaceGround.Of(segmentation.Mesh, lightness, segmentation.Coverage());
        return Of(segmentation, ground);
    }

    /// <summary>The same where the face was looked at before.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    /// <param name="ground">What its points and its lightness tell; only read during the call.</param>
    public static FaceVisibility Of(FaceSegmentation segmentation, FaceGround ground)
    {
        using Plane skin = segmentation.Map(0);
        return Of(skin, segmentation.Map(2), ground, segmentation.GridToRaster);
    }

    /// <summary>What is visible of an identity's face: its beard belongs to it.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    public static FaceVisibility OfIdentity(FaceSegmentation segmentation)
    {
        using ImageBuffer maps = Beard.AsSkin(segmentation);
        using Plane lightness = segmentation.Map(3), skin = Plane.Uninitialized(maps.Width, maps.Height);
        using FaceGround ground = FaceGround.Of(segmentation.Mesh, lightness, segmentation.Coverage());
        HairReach.Extend(segmentation, maps, ground.Unit);
        Plane hair = Plane.Uninitialized(maps.Width, maps.Height);
        ImageMath.Channel(maps, 0, skin);
        ImageMath.Channel(maps, 2, hair);
        return Of(skin, hair, ground, segmentation.GridToRaster);
    }

    // Takes the hair over, and changes the skin.
    private static FaceVisibility Of(Plane skin, Plane hair, FaceGround ground, Affine2D gridToRaster)
    {
        float belief = Feather.Smoothstep(KnownShare(skin, hair, ground.PlainSkin), Lost, Knowing);
        Plane visible = hair;
        if (belief > 0)
        {
            ToHiding(hair, ground.Unit);
            if (TryFindOther(skin, ground))
                PlaneMath.Max(visible, skin, visible);
            if (ground.Frames is { } frames)
                PlaneMath.Max(visible, frames, visible);
            PlaneMath.Scale(visible, belief, visible);
            PlaneMath.Invert(visible, visible);
        }
        else
        {
            visible.Fill(1);
        }

        return new FaceVisibility(visible, gridToRaster.Invert(), ground.Unit);
    }

    /// <summary>
    /// How much of its face's surface a picture shows, carried to where the surface lies in a swap: what is in front of
    /// the face moves with it when the face gets another shape. The caller disposes of it.
    /// </summary>
    /// <param name="surface">The surface as the swap will show it. Where it isn't seen the result means nothing.</param>
    /// <param name="segmentation">What a network saw of the face as it is in the frame; without one all of it is visible.</param>
    /// <param name="scale">The unit of widths in the swap.</param>
    public static Plane On(TargetSurface surface, FaceSegmentation? segmentation, SwapScale scale)
    {
        if (segmentation is not null)
        {
            using VisibilityDraft draft = VisibilityDraft.Of(segmentation, surface);
            return draft.Finish(segmentation, scale);
        }

        Plane all = Plane.Uninitialized(surface.Window.Width, surface.Window.Height);
        all.Fill(1);
        return all;
    }

    /// <summary>How much of the face each pixel of another image shows, 0 to 1; the caller disposes of it.</summary>
    /// <param name="imageToRaster">From its continuous coordinates to those of the segmented picture's raster.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public Plane Sample(Affine2D imageToRaster, int width, int height)
    {
        using ImageBuffer sampled = ImageBuffer.Uninitialized(width, height);
        // Weights are numbers and no colours: they are read as they are.
        AreaSampler.Sample(_visible.AsView(), imageToRaster.Then(_rasterToGrid), NetworkSpace.Working, premultiplied: false, sampled);
        Plane plane = Plane.Uninitialized(width, height);
        Take(sampled, plane);
        return plane;
    }

    /// <summary>How much of the face is visible, on the segmentation's grid and no sharper than a swap can show: a grid finer than its pixels holds more. This object's; changed in place.</summary>
    /// <param name="scale">The unit of widths in the swap.</param>
    public Plane SoftenedFor(SwapScale scale)
    {
        float finer = _unit / scale.Pixels;
        if (finer > 1)
            GaussianBlur.Apply(_visible, PixelSigma * MathF.Sqrt(finer * finer - 1), _visible);
        return _visible;
    }

    /// <summary>Draws back from whatever is in front of the face: its shadow and stray hairs lie beside it.</summary>
    /// <param name="distance">How far, in inter-ocular distances.</param>
    public void Erode(float distance)
    {
        foreach (ref float value in _visible.Values)
            value = value > 0.5f ? 1 : 0;
        DistanceTransform.Inside(_visible, _visible);
        Feather.Smoothstep(_visible, 0.5f * distance * _unit, 1.5f * distance * _unit, _visible);
    }

    /// <inheritdoc/>
    public void Dispose() => _visible.Dispose();

    // Without what the bicubic kernel overshoots.
    private static void Take(ImageBuffer sampled, Plane plane)
    {
        ImageMath.Channel(sampled, 3, plane);
        PlaneMath.Clamp(plane, 0, 1, plane);
    }

    private static float KnownShare(Plane skin, Plane hair, Plane plain)
    {
        using Plane known = Plane.Uninitialized(plain.Width, plain.Height);
        PlaneMath.Max(skin, hair, known);
        PlaneMath.Multiply(known, plain, known);
        double all = PlaneMath.Sum(plain);
        return all > 0 ? (float)(PlaneMath.Sum(known) / all) : 0;
    }

    // From how certainly something is hair to how much it hides.
    private static void ToHiding(Plane hair, float unit)
    {
        GaussianBlur.Apply(hair, HairBlur * unit, hair);
        using Plane areas = Plane.Uninitialized(hair.Width, hair.Height);
        HysteresisThreshold.Apply(hair, HairBegins, HairWhole, weights: null, ErrorSize * unit * unit, BelievedSize * unit * unit, areas);
        Feather.Smoothstep(hair, HairBegins, HairWhole, hair);
        PlaneMath.Multiply(hair, areas, hair);
    }

    // What is no skin, where enough of it lies in front of plain skin, in place of the skin; false where nothing is.
    private static bool TryFindOther(Plane skin, FaceGround ground)
    {
        float unit = ground.Unit;
        using Plane areas = Plane.Uninitialized(skin.Width, skin.Height);
        PlaneMath.Invert(skin, skin);
        if (!HysteresisThreshold.Apply(skin, NoSkin, SurelyNoSkin, ground.PlainSkin, ErrorSize * unit * unit, BelievedSize * unit * unit, areas))
            return false;
        GaussianBlur.Apply(areas, EdgeReach * unit, areas);
        Feather.Smoothstep(areas, 0, EdgeShare, areas);
        Feather.Smoothstep(skin, EdgeBegins, EdgeWhole, skin);
        PlaneMath.Multiply(skin, areas, skin);
        return true;
    }
}
