using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// A face swapped by a network: its crop is read from the frame without aliasing, the network makes another face of it, and
/// what it changed is carried back to the frame's raster, where it gets the plate's colours, sharpness and grain and is
/// matted like the mesh swap. The shape stays what the network makes of it: nothing around the face moves.
/// </summary>
internal static class NetworkSwap
{
    // One pixel of uncovered surroundings, so that distances see an outline, and one to spare.
    private const int Border = 2;

    /// <summary>Swaps one face; <see langword="null"/> when nothing of it is visible in the frame, or so little that its colour can't be told.</summary>
    /// <param name="subject">The frame, the face in it and who is to be seen.</param>
    /// <param name="options">How; with <see cref="SwapOptions.Network"/>.</param>
    /// <param name="swapper">The network.</param>
    /// <param name="stage">What networks do to the new face; <see langword="null"/> for nothing of the kind.</param>
    /// <param name="segmentation">What a network is telling of what the frame shows around the face; <see langword="null"/> where nothing hides it.</param>
    /// <exception cref="Inference.ModelException">A network failed, is missing or gave no numbers.</exception>
    public static SwappedFace? Render(in SwapSubject subject, SwapOptions options, FaceSwapper swapper, IPictureStage? stage, PendingSegmentation? segmentation)
    {
        NetworkOptions network = options.Network!;
        FrameView frame = subject.Frame;
        SwapScale scale = new(subject.Face.Pose, frame.PixelAspect);
        NetworkCrop crop = NetworkCrop.Around(subject.Face, frame.PixelAspect, swapper, network.Side);
        RectI extent = NetworkMatte.Extent(subject.Face.Mesh, crop, network.Masks, scale).Inflate(Border), region = extent.Intersect(frame.Pixels.Bounds);
        if (region.IsEmpty)
            return null;

        // Beyond the frame's edge the face goes on as far as the feather reaches: the edge is no outline.
        int reach = (int)Math.Ceiling(options.Feather.Widths(scale).Widest) + Border;
        RectI window = extent.Intersect(frame.Pixels.Bounds.Inflate(reach)), visible = region.Offset(-window.X1, -window.Y1);

        // Colours are matched without the shoulder that bounds what networks see: near its end a small difference stands
        // for a large one in the host's values.
        NetworkSpace space = frame.Space with { HighlightRollOff = false };
        using ImageBuffer original = TextureSwap.Read(frame, window, space);
        using Plane shown = TextureSwap.Shown(original, visible, frame.Premultiplied && frame.Pixels.HasAlpha);
        TargetSurface surface = new(subject.Face.Mesh, window);
        using Plane coverage = surface.Coverage();
        PlateExposure exposure = PlateExposure.Measure(original, coverage, shown);
        using ImageBuffer normal = exposure.ToNormal(original);
        using TextureLook look = new(normal, shown, window, options.Grain);
        using Plane own = Plane.Uninitialized(window.Width, window.Height);
        using ImageBuffer result = crop.Swap(subject, swapper, space, exposure, normal, window, network.PlateDetail, own);

        using Plane unhidden = NetworkMatte.Unhidden(segmentation?.Result(), window), covered = crop.Covered(window);
        using SwapAreas areas = Areas(surface, coverage, normal, unhidden, exposure, shown, options, scale).Showing(
            NetworkMatte.Make(surface, coverage, crop, own, unhidden, options, scale), SwapAreas.SeamWidth * scale.Pixels);
        stage?.Apply(subject.Face.Mesh, space, exposure, normal, areas.Matte, window, result);
        if (!look.TryMatch(light: null, areas, covered, scale, options, mostDetail: 1, result))
            return null;

        exposure.FromNormal(result);
        TextureSwap.KeepThePlates(original, normal, exposure, covered, result);
        SwapFindings findings = new(ShapePlan.Unchanged(subject.Face.Mesh), [], segmentation is not null, look.Noise);
        Plane matte = areas.Matte.Crop(visible);
        return new SwappedFace(region, space, original.Crop(visible), result.Crop(visible), matte.Clone(), matte, findings);
    }

    // A network's picture shows all of the face, from the front.
    private static SwapAreas Areas(TargetSurface surface, Plane coverage, ImageBuffer normal, Plane unhidden, PlateExposure exposure, Plane shown, SwapOptions options, SwapScale scale)
    {
        using ImageBuffer facing = ImageBuffer.Uninitialized(coverage.Width, coverage.Height);
        facing.Fill(new(0, 0, 1, float.MaxValue));
        using ImageBuffer whole = ImageBuffer.Uninitialized(coverage.Width, coverage.Height);
        whole.Fill(new(1));
        return SwapAreas.Make(surface, coverage, facing, whole, normal, unhidden.Clone, exposure, shown, options with { Eyes = 1 }, scale);
    }
}
