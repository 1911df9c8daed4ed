using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Statistics;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Quality;

/// <summary>The patches of a face, as <see cref="NaturalnessModel"/> tells good ones from bad.</summary>
internal static class FacePatches
{
    // Faces are looked at in one size, in pixels between the eyes: smaller ones are enlarged, and look it.
    private const double EyeDistance = 96;

    // The side of a patch in that size; even, because the coarser scale halves it.
    private const int Side = 48;

    // Around the face, for the filters' reach.
    private const int Margin = 8;

    private static readonly Vector4 Luma = Rec709.LumaWeights.AsVector4();

    /// <summary>The patches' <see cref="SceneStatistics"/>, those of the finer scale first; none of patches without contrast.</summary>
    /// <param name="image">The picture of a face, in the working space.</param>
    /// <param name="mesh">The face in it.</param>
    /// <param name="interOcular">The distance between its eyes in pixels of it.</param>
    public static IReadOnlyList<double[]> Measure(ImageBuffer image, FaceMesh mesh, double interOcular)
    {
        float scale = (float)(EyeDistance / interOcular);
        RectI face = RectI.FromBounds(mesh.Map(Affine2D.Scaling(scale, scale)).Bounds);
        int columns = face.Width / Side, rows = face.Height / Side;
        if (columns == 0 || rows == 0)
            return [];

        // Whole patches in the middle of the face.
        int left = face.X1 + (face.Width - columns * Side) / 2 - Margin, top = face.Y1 + (face.Height - rows * Side) / 2 - Margin;
        using Plane fine = Sample(image, scale, new RectI(left, top, left + columns * Side + 2 * Margin, top + rows * Side + 2 * Margin));
        using Plane coarse = Half(fine), fineContrast = new(fine.Width, fine.Height), coarseContrast = new(coarse.Width, coarse.Height);
        NormalisedContrast.Apply(fine, fineContrast);
        NormalisedContrast.Apply(coarse, coarseContrast);
        List<double[]> patches = [];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                RectI patch = RectI.FromSize(Side, Side).Offset(Margin + column * Side, Margin + row * Side);
                RectI half = new(patch.X1 / 2, patch.Y1 / 2, patch.X2 / 2, patch.Y2 / 2);
                double[] numbers = new double[NaturalnessModel.Dimension];
                SceneStatistics.Measure(fineContrast, patch, numbers);
                SceneStatistics.Measure(coarseContrast, half, numbers.AsSpan(SceneStatistics.Count));
                if (numbers[1] > 0 && numbers[SceneStatistics.Count + 1] > 0)
                    patches.Add(numbers);
            }
        }

        return patches;
    }

    private static Plane Sample(ImageBuffer image, float scale, RectI part)
    {
        using ImageBuffer sampled = ImageBuffer.Uninitialized(part.Width, part.Height);
        AreaSampler.Sample(image.AsView(), Affine2D.Translation(part.X1, part.Y1).Then(Affine2D.Scaling(1 / scale, 1 / scale)), NetworkSpace.Working, premultiplied: false, sampled);
        Plane luma = Plane.Uninitialized(part.Width, part.Height);
        for (int i = 0; i < luma.Length; i++)
            luma.Values[i] = Vector4.Dot(sampled.Pixels[i], Luma);
        return luma;
    }

    private static Plane Half(Plane fine)
    {
        Plane coarse = Plane.Uninitialized(fine.Width / 2, fine.Height / 2);
        for (int y = 0; y < coarse.Height; y++)
        {
            ReadOnlySpan<float> above = fine.Row(2 * y), below = fine.Row(2 * y + 1);
            Span<float> row = coarse.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = (above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1]) / 4;
        }

        return coarse;
    }
}
