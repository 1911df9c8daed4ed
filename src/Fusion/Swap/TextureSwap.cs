using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The photographic swap: the target gets the identity's shape, the plate around it moves along, and the identity's
/// picture is laid over the new mesh, coloured by the target's light and matted. Everything happens around the face, so
/// that the cost follows the face and not the frame.
/// </summary>
internal static class TextureSwap
{
    // One pixel of uncovered surroundings, so that the distance transform sees the outline, and one to spare.
    private const int Border = 2;

    private const int RowGrain = 16;

    /// <summary>
    /// Swaps one face; <see langword="null"/> when nothing of it is visible in the frame, or so little that its colour
    /// can't be told.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="face">The face in it.</param>
    /// <param name="identity">Who is to be seen.</param>
    /// <param name="options">How.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known; else it is told from the frame.</param>
    /// <param name="stage">What networks do to the new face; <see langword="null"/> for nothing of the kind.</param>
    /// <param name="segmentation">What a network is telling of what the frame shows around the face; <see langword="null"/> where nothing hides it.</param>
    public static SwappedFace? Render(
        in FrameView frame, Face face, FaceIdentity identity, SwapOptions options, FaceShape? targetNeutral, IPictureStage? stage, PendingSegmentation? segmentation)
    {
        SwapScale scale = new(face.Pose, frame.PixelAspect);
        ShapePlan shape = ShapePlan.Make(face, identity, options.Shape, targetNeutral);
        RectI extent = RectI.FromBounds(shape.Mesh.Bounds).Inflate(Border), region = extent.Intersect(frame.Pixels.Bounds);
        if (region.IsEmpty)
            return null;

        // Beyond the frame's edge the face goes on as far as the feather reaches: the edge is no outline.
        int reach = (int)Math.Ceiling(options.Feather.Widths(scale).Widest) + Border;
        RectI window = extent.Intersect(frame.Pixels.Bounds.Inflate(reach));
        RectI visible = region.Offset(-window.X1, -window.Y1);

        TargetSurface surface = new(shape.Mesh, window);
        using Plane coverage = Plane.Uninitialized(window.Width, window.Height);
        using ImageBuffer attributes = ImageBuffer.Uninitialized(window.Width, window.Height);
        using ImageBuffer result = ImageBuffer.Uninitialized(window.Width, window.Height);
        PhotoWeights photos = PhotoWeights.Make(identity, face, shape.TargetNeutral);
        IdentityTexture.Draw(surface, identity, photos, scale, coverage, attributes, result);

        // Colours are matched without the shoulder that networks want: near its end a small difference stands for a
        // large one in the host's values.
        NetworkSpace space = frame.Space with { HighlightRollOff = false };
        PlateWarp? warp = shape.Strength > 0 ? PlateWarp.Make(frame, face, shape.Mesh, scale, space) : null;
        using ImageBuffer original = warp?.In(window) ?? Read(frame, window, space);
        using Plane shown = Shown(original, visible, frame.Premultiplied && frame.Pixels.HasAlpha);
        PlateExposure exposure = PlateExposure.Measure(original, coverage, shown);
        using ImageBuffer normal = exposure.ToNormal(original);
        using TextureLook look = new(normal, shown, window, options.Grain);
        look.Look(result);
        LightMatch light = new(surface, identity, photos);
        using VisibilityDraft? draft = segmentation?.Draft(surface);
        using SwapAreas areas = SwapAreas.Make(
            surface, coverage, attributes, result, normal, () => Unhidden(surface, segmentation, draft, scale), exposure, shown, options, scale);
        SightSeam.Apply(photos.ViewCosine(identity, face), coverage, attributes, result, scale, areas.Interior);
        // Such networks know no grain and have a sharpness of their own: they work between the match of colours and theirs.
        SwapOptions first = stage is null ? options : options with { Sharpness = 0, Grain = 0 };
        if (!look.TryMatch(light, areas, coverage, scale, first, identity.MostDetail, result))
        {
            warp?.Dispose();
            return null;
        }

        if (stage is not null)
        {
            try
            {
                stage.Apply(shape.Mesh, space, exposure, normal, areas.Matte, window, result);
            }
            catch
            {
                warp?.Dispose();
                throw;
            }

            look.TryMatch(light: null, areas, coverage, scale, options with { Colour = ColourMethod.Off }, mostDetail: 1, result);
        }

        exposure.FromNormal(result);
        KeepThePlates(original, normal, exposure, coverage, result);
        SwapFindings findings = new(shape, PhotoRemarks.Of(identity, face), segmentation is not null, look.Noise);
        ImageBuffer picture = result.Crop(visible);
        Plane matte = areas.Matte.Crop(visible);
        return warp is null
            ? new SwappedFace(region, space, original.Crop(visible), picture, matte.Clone(), matte, findings)
            : OnWarp(warp, region, space, picture, matte, findings);
    }

    // How much of the surface the plate shows; waits for the network.
    private static Plane Unhidden(TargetSurface surface, PendingSegmentation? segmentation, VisibilityDraft? draft, SwapScale scale) =>
        draft is null ? FaceVisibility.On(surface, segmentation?.Result(), scale) : draft.Finish(segmentation!.Result(), scale);

    // The moved plate with the identity's picture over it; takes all that it is given.
    private static SwappedFace OnWarp(PlateWarp warp, RectI region, NetworkSpace space, ImageBuffer picture, Plane matte, in SwapFindings findings)
    {
        RectI place = region.Offset(-warp.Region.X1, -warp.Region.Y1);
        HostBlend.Over(warp.Warped, place, picture, matte, space);
        Plane whole = new(warp.Region.Width, warp.Region.Height);
        whole.Put(matte, place);
        matte.Dispose();
        return new SwappedFace(warp.Region, space, warp.Original, warp.Warped, warp.Weight, whole, findings)
        {
            Picture = picture,
            PictureRegion = region,
        };
    }

    /// <summary>A window of a frame in the working space; beyond the frame its nearest pixels are repeated. The caller disposes of it.</summary>
    public static ImageBuffer Read(in FrameView frame, RectI window, NetworkSpace space)
    {
        ImageBuffer original = ImageBuffer.Uninitialized(window.Width, window.Height);
        frame.Read(window, space, original);
        return original;
    }

    /// <summary>
    /// How much of each pixel the plate shows: nothing outside the frame, and as much as its alpha where that was
    /// multiplied in. (Alpha that wasn't says nothing: hosts leave it empty.)
    /// </summary>
    public static Plane Shown(ImageBuffer original, RectI visible, bool premultiplied)
    {
        Plane shown = new(original.Width, original.Height);
        for (int y = visible.Y1; y < visible.Y2; y++)
        {
            ReadOnlySpan<Vector4> pixels = original.Row(y);
            Span<float> row = shown.Row(y);
            for (int x = visible.X1; x < visible.X2; x++)
                row[x] = premultiplied ? Math.Clamp(pixels[x].W, 0, 1) : 1;
        }

        return shown;
    }

    /// <summary>
    /// Outside the mesh nothing has changed, nor does alpha anywhere; glints belong to the plate's light; and there is
    /// no less light than none where the plate has some.
    /// </summary>
    public static void KeepThePlates(ImageBuffer original, ImageBuffer normal, PlateExposure exposure, Plane coverage, ImageBuffer result)
    {
        Executor.For(0, result.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> kept = original.Row(y), normalRow = normal.Row(y);
                ReadOnlySpan<float> covered = coverage.Row(y);
                Span<Vector4> row = result.Row(y);
                for (int x = 0; x < row.Length; x++)
                {
                    Vector4 light = Vector4.Max(row[x], Vector4.Min(kept[x], Vector4.Zero));
                    row[x] = covered[x] > 0 ? Vector4.Lerp(light, kept[x], exposure.Glint(normalRow[x])) with { W = kept[x].W } : kept[x];
                }
            }
        });
    }
}
