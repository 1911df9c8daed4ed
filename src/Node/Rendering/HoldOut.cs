using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>Restricts a face's matte by the Matte clip.</summary>
internal static class HoldOut
{
    /// <summary>Multiplies a face's matte by a clip's; outside its image the clip counts as black.</summary>
    /// <param name="clip">The Matte clip's image.</param>
    /// <param name="invert">Whether black shows the swap.</param>
    /// <param name="region">Where the face's matte lies, in the host's pixel coordinates.</param>
    /// <param name="matte">The face's matte, in place.</param>
    public static void Apply(in RasterImage clip, bool invert, OfxRectI region, Plane matte)
    {
        using Plane shown = new(matte.Width, matte.Height);
        PixelReader.ReadMatte(clip.View, clip.ToRaster(region), shown);
        for (int y = 0; y < matte.Height; y++)
        {
            Span<float> row = matte.Row(y);
            Span<float> factor = shown.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] *= invert ? 1 - factor[x] : factor[x];
        }
    }
}
