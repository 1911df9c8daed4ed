using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>Restricts a swapped face by the Matte clip.</summary>
internal static class HoldOut
{
    /// <summary>The face with its matte and weight multiplied by what <see cref="Shown"/> gives. The caller disposes of it.</summary>
    public static ShownFace Of(in RasterImage clip, MatteChannel channel, bool invert, in RasterImage plate, SwappedFace face)
    {
        using Plane shown = Shown(clip, channel, invert, plate, face.Region);
        return new ShownFace(face, shown);
    }

    /// <summary>How much of the swap a clip shows, 0 to 1; outside its image the clip counts as black. The caller disposes of it.</summary>
    /// <param name="clip">The Matte clip's image; its pixels may have another aspect ratio than the plate's.</param>
    /// <param name="channel">Which channel of it counts.</param>
    /// <param name="invert">Whether black shows the swap.</param>
    /// <param name="plate">The plate.</param>
    /// <param name="region">The part that is asked for, in the plate's raster.</param>
    public static Plane Shown(in RasterImage clip, MatteChannel channel, bool invert, in RasterImage plate, RectI region)
    {
        Plane shown = Read(clip, channel, plate.ToHost(region), plate.PixelAspect / clip.PixelAspect);
        if (invert)
            PlaneMath.Invert(shown, shown);
        return shown;
    }

    /// <summary>The clip's matte in pixels of the plate.</summary>
    /// <param name="clip">The clip's image.</param>
    /// <param name="channel">Which channel of it.</param>
    /// <param name="region">The part, in the plate's pixels, y upwards.</param>
    /// <param name="columns">Columns of the clip in one of the plate's.</param>
    private static Plane Read(in RasterImage clip, MatteChannel channel, OfxRectI region, double columns)
    {
        if (columns == 1)
            return ReadColumns(clip, channel, region, region.x1, region.x2);

        int first = (int)Math.Floor(region.x1 * columns) - 1;
        using Plane narrow = ReadColumns(clip, channel, region, first, (int)Math.Ceiling(region.x2 * columns) + 1);
        Plane shown = new(region.x2 - region.x1, region.y2 - region.y1);
        for (int y = 0; y < shown.Height; y++)
        {
            Span<float> row = narrow.Row(y);
            Span<float> result = shown.Row(y);
            for (int x = 0; x < result.Length; x++)
            {
                // From centre to centre, linearly between the two columns around it.
                double at = (region.x1 + x + 0.5) * columns - 0.5 - first;
                int left = Math.Clamp((int)Math.Floor(at), 0, row.Length - 2);
                result[x] = row[left] + (float)(at - left) * (row[left + 1] - row[left]);
            }
        }

        return shown;
    }

    private static Plane ReadColumns(in RasterImage clip, MatteChannel channel, OfxRectI region, int from, int to)
    {
        Plane read = new(to - from, region.y2 - region.y1);
        region.x1 = from;
        region.x2 = to;
        RectI part = clip.ToRaster(region);
        PixelReader.ReadMatte(clip.PixelsOf(part), part, channel, read);
        return read;
    }
}
