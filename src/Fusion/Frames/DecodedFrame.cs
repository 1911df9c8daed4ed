using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Frames;

/// <summary>
/// The parts of a frame around its faces, decoded once for all that looks there: landmarks several times, masks, the swap. Every look has
/// the bits it has without. Owns its memory; for one thread at a time.
/// </summary>
/// <param name="frame">The frame; only read while this object lives.</param>
public sealed class DecodedFrame(FrameView frame) : IDisposable
{
    // Above this height of a face in pixels hardly two looks need the same pixels decoded: networks' crops reduce the picture then,
    // and reductions average the host's own values.
    private const float LargestFace = 540;

    // What is looked at around a face, to each side of its box and by the longer of its sides: the crop in which hair is told from skin, turned.
    private const float Surroundings = 1.5f;

    private readonly List<DecodedArea> _areas = [];

    /// <summary>Has what is looked at around a face decoded once, as far as it is looked at.</summary>
    /// <param name="face">The face's box in continuous raster coordinates.</param>
    public void Include(RectF face)
    {
        float longer = Math.Max(face.Width * (float)frame.PixelAspect, face.Height);
        if (frame.Source is not null || !(longer <= LargestFace))
            return;

        RectI looked = RectI.FromBounds(face.Inflate(Surroundings * longer)).Intersect(frame.Pixels.Bounds), box = RectI.FromBounds(face).Intersect(frame.Pixels.Bounds);
        foreach (DecodedArea area in _areas)
        {
            if (area.Extent.Contains(box))
                return;
        }

        if (!looked.IsEmpty)
            _areas.Add(new DecodedArea(frame.Pixels, frame.Space, frame.Premultiplied, looked));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (DecodedArea area in _areas)
            area.Dispose();
        _areas.Clear();
    }

    /// <summary>Samples a crop; <see langword="false"/> where its pixels aren't among the decoded ones, and nothing was done.</summary>
    internal bool TrySample(PixelView pixels, Affine2D cropToRaster, NetworkSpace space, ImageBuffer crop)
    {
        foreach (DecodedArea area in _areas)
        {
            if (pixels == frame.Pixels && area.Suits(space) && area.TrySample(cropToRaster, space.HighlightRollOff, crop))
                return true;
        }

        return false;
    }

    /// <summary>Samples a crop as a network takes it; <see langword="false"/> where its pixels aren't among the decoded ones, and nothing was done.</summary>
    internal bool TrySampleTensor(
        PixelView pixels, Affine2D cropToRaster, NetworkSpace space, in TensorFormat format, int width, int height, Span<float> planar, EdgeMode outside)
    {
        foreach (DecodedArea area in _areas)
        {
            if (pixels == frame.Pixels && area.Suits(space) && area.TrySampleTensor(cropToRaster, space.HighlightRollOff, format, width, height, planar, outside))
                return true;
        }

        return false;
    }

    /// <summary>Reads a region; <see langword="false"/> where its pixels aren't among the decoded ones, and nothing was done.</summary>
    internal bool TryRead(PixelView pixels, RectI region, NetworkSpace space, ImageBuffer destination)
    {
        foreach (DecodedArea area in _areas)
        {
            if (pixels == frame.Pixels && area.Suits(space) && area.TryRead(region, space.HighlightRollOff, destination))
                return true;
        }

        return false;
    }
}
