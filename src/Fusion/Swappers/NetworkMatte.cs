using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// The matte of a network's face: the chosen masks taken together, moved and blurred, and exactly 0 from the crop's sides on.
/// </summary>
internal static class NetworkMatte
{
    // Softness of the edges between the parts of a face, in inter-ocular distances.
    private const float RegionBlur = 0.025f;

    // How far a Gaussian reaches, in standard deviations.
    private const float BlurReach = 4;

    /// <summary>The part of the raster that a matte can reach, the frame's sides left aside.</summary>
    /// <param name="mesh">The face.</param>
    /// <param name="crop">The crop.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="scale">The unit of widths.</param>
    public static RectI Extent(FaceMesh mesh, NetworkCrop crop, NetworkMasks masks, SwapScale scale)
    {
        RectI whole = RectI.FromBounds(crop.Bounds);
        if (!masks.Kinds.HasFlag(MaskKinds.Hull) && !masks.Kinds.HasFlag(MaskKinds.Region))
            return whole;
        float beyond = scale.Pixels / 100 * (Math.Max(masks.Growth, 0) + BlurReach * masks.Blur);
        return RectI.FromBounds(mesh.Bounds).Inflate((int)Math.Ceiling(beyond)).Intersect(whole);
    }

    /// <summary>How much of each pixel nothing hides; 1 everywhere where no network tells. The caller disposes of it.</summary>
    /// <param name="segmentation">What a network told.</param>
    /// <param name="window">The pixels of the frame.</param>
    public static Plane Unhidden(FaceSegmentation? segmentation, RectI window)
    {
        if (segmentation is not null)
        {
            using FaceSegmentation near = segmentation.Around(window, FaceVisibility.Surroundings);
            using FaceVisibility visibility = FaceVisibility.Of(near);
            return visibility.Sample(Affine2D.Translation(window.X1, window.Y1), window.Width, window.Height);
        }

        Plane all = Plane.Uninitialized(window.Width, window.Height);
        all.Fill(1);
        return all;
    }

    /// <summary>Makes the matte; the caller disposes of it.</summary>
    /// <param name="surface">The face on the window.</param>
    /// <param name="coverage">Where it is seen.</param>
    /// <param name="crop">The crop.</param>
    /// <param name="own">The network's own matte.</param>
    /// <param name="unhidden">How much of each pixel nothing hides.</param>
    /// <param name="options">Masks and feather.</param>
    /// <param name="scale">The unit of widths.</param>
    public static Plane Make(TargetSurface surface, Plane coverage, NetworkCrop crop, Plane own, Plane unhidden, SwapOptions options, SwapScale scale)
    {
        NetworkMasks masks = options.Network!.Masks;
        using Plane box = masks.Kinds.HasFlag(MaskKinds.Box) ? crop.SoftBoxIn(surface.Window) : crop.Covered(surface.Window);
        Plane matte = box.Clone();
        if (masks.Kinds.HasFlag(MaskKinds.Hull))
            Take(Hull(surface, coverage, options, scale), masks, matte);
        if (masks.Kinds.HasFlag(MaskKinds.Region) && masks.Regions != FaceRegions.All)
            Take(Region(surface, coverage, masks.Regions, scale), masks, matte);
        if (masks.Kinds.HasFlag(MaskKinds.Occlusion))
            Take(unhidden.Clone(), masks, matte);
        if (masks.Kinds.HasFlag(MaskKinds.Network))
            Take(own.Clone(), masks, matte);

        if (masks.Growth == 0 && masks.Blur == 0)
            return matte;
        if (masks.Growth != 0)
            Move(matte, masks.Growth / 100 * scale.Pixels, options.Feather.Widths(scale).Widest);
        if (masks.Blur > 0)
            GaussianBlur.Apply(matte, masks.Blur / 100 * scale.Pixels, matte, EdgeMode.Zero);

        // What was moved or blurred beyond the crop ends there all the same.
        PlaneMath.Min(matte, box, matte);
        return matte;
    }

    private static void Take(Plane mask, NetworkMasks masks, Plane matte)
    {
        if (masks.Multiplies)
            PlaneMath.Multiply(matte, mask, matte);
        else
            PlaneMath.Min(matte, mask, matte);
        mask.Dispose();
    }

    private static Plane Hull(TargetSurface surface, Plane coverage, SwapOptions options, SwapScale scale)
    {
        Plane hull = Plane.Uninitialized(coverage.Width, coverage.Height);
        DistanceTransform.Inside(coverage, hull);
        DirectionalFeather.Apply(hull, surface.WindowToFace(), options.Feather.Widths(scale), hull);
        return hull;
    }

    private static Plane Region(TargetSurface surface, Plane coverage, FaceRegions regions, SwapScale scale)
    {
        float blur = RegionBlur * scale.Pixels;
        using Plane brows = surface.SoftArea(CanonicalFace.BrowTriangles, blur), eyes = surface.SoftArea(CanonicalFace.EyeTriangles, blur);
        using Plane lips = surface.SoftArea(CanonicalFace.LipTriangles, blur), mouth = surface.SoftArea(CanonicalFace.MouthTriangles, blur);
        Plane region = Plane.Uninitialized(coverage.Width, coverage.Height);
        coverage.Values.CopyTo(region.Values);
        float skinShare = regions.HasFlag(FaceRegions.Skin) ? 1 : 0;
        Span<float> values = region.Values;
        for (int i = 0; i < values.Length; i++)
        {
            // From the whole to its parts: what lies in a smaller one takes its choice.
            float share = skinShare;
            share += brows.Values[i] * (Chosen(regions, FaceRegions.Brows) - share);
            share += eyes.Values[i] * (Chosen(regions, FaceRegions.Eyes) - share);
            share += lips.Values[i] * (Chosen(regions, FaceRegions.Lips) - share);
            share += mouth.Values[i] * (Chosen(regions, FaceRegions.Mouth) - share);
            values[i] *= share;
        }

        return region;
    }

    private static float Chosen(FaceRegions regions, FaceRegions one) => regions.HasFlag(one) ? 1 : 0;

    // Outwards by so many pixels, inwards below 0: distances from where the matte is a half, and an edge as soft as a feather.
    private static void Move(Plane matte, float distance, float softness)
    {
        // Beyond a plane's sides nothing is covered: what lies around the window is outside, too, and no edge.
        int margin = (int)Math.Ceiling(Math.Abs(distance) + softness) + 1;
        using Plane outside = Plane.Uninitialized(matte.Width + 2 * margin, matte.Height + 2 * margin);
        outside.Fill(1);
        for (int y = 0; y < matte.Height; y++)
        {
            Span<float> inner = matte.Row(y), outer = outside.Row(y + margin).Slice(margin, matte.Width);
            for (int x = 0; x < inner.Length; x++)
            {
                outer[x] = inner[x] > 0.5f ? 0 : 1;
                inner[x] = 1 - outer[x];
            }
        }

        DistanceTransform.Inside(matte, matte);
        DistanceTransform.Inside(outside, outside);
        for (int y = 0; y < matte.Height; y++)
        {
            Span<float> inner = matte.Row(y), outer = outside.Row(y + margin).Slice(margin, matte.Width);
            for (int x = 0; x < inner.Length; x++)
                inner[x] = Feather.Smoothstep(inner[x] - outer[x] + distance, -softness / 2, softness / 2);
        }
    }
}
