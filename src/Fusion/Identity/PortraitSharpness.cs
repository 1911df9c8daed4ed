using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity;

/// <summary>How sharp a portrait's face is; see <see cref="IdentityQuality.Sharpness"/>.</summary>
internal static class PortraitSharpness
{
    private static readonly Vector4 Luma = Rec709.LumaWeights.AsVector4();

    public static double Measure(ImageBuffer image, FaceMesh mesh)
    {
        RectI box = RectI.FromBounds(mesh.Bounds).Intersect(RectI.FromSize(image.Width, image.Height).Inflate(-1));
        double sum = 0;
        for (int y = box.Y1; y < box.Y2; y++)
        {
            ReadOnlySpan<Vector4> above = image.Row(y - 1), row = image.Row(y), below = image.Row(y + 1);
            for (int x = box.X1; x < box.X2; x++)
            {
                Vector4 laplacian = above[x] + below[x] + row[x - 1] + row[x + 1] - 4 * row[x];
                double luma = Vector4.Dot(laplacian, Luma);
                sum += double.IsFinite(luma) ? luma * luma : 0;
            }
        }

        return box.IsEmpty ? 0 : Math.Sqrt(sum / ((double)box.Width * box.Height));
    }
}
