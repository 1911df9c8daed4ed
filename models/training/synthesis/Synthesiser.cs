using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Training.Synthesis;

/// <summary>Draws varied faces and has the teacher label what is seen; the same seed gives the same shard.</summary>
/// <param name="faces">Whose photos.</param>
/// <param name="variation">What is made of them.</param>
/// <param name="backgrounds">Pictures without faces.</param>
/// <param name="teacher">Who labels.</param>
internal sealed class Synthesiser(IReadOnlyList<PhotoFace> faces, FaceVariation variation, IReadOnlyList<PixelView> backgrounds, FaceMeshLandmarker teacher)
{
    private const int RenderedSide = 256;

    // Below this logit the teacher sees no face worth learning from.
    private const float LeastCertainty = 3;

    // Mean distance of the teacher's points to the drawn ones, by the distance of the eyes' outer corners, above which one
    // of them is wrong. (Depth isn't compared: a photo's own is a guess.)
    private const float MostDisagreement = 0.12f;

    /// <summary>As many faces as asked for, from a seed on.</summary>
    public Shard Draw(int seed, int count)
    {
        Shard shard = new();
        using FaceRenderer renderer = new(RenderedSide);
        for (int index = 0; shard.Count < count; index++)
        {
            Random random = new(Mix(seed, index));
            PhotoFace face = faces[random.Next(faces.Count)];
            FaceView view = FaceVariation.View(face, RenderedSide, random);
            Vector3[] projected = [.. variation.Shape(face, random).Select(view.Project)];
            using ImageBuffer picture = Background(random);
            renderer.Draw(face, SecondSkin.For(face, faces, random), projected, FaceVariation.Look(random), picture);
            FrameView frame = new(picture.AsView(), NetworkSpace.Working, false);
            Vector3[] drawn = FaceView.Landmarks(projected);
            Vector3[] seen = new Vector3[FaceMeshIndices.Count];
            float certainty = teacher.Look(frame, FaceCrop.Around(drawn), seen);
            if (certainty >= LeastCertainty && Disagreement(seen, drawn) <= MostDisagreement)
                shard.Add(frame, seen, certainty, $"{seed}/{index}");
        }

        return shard;
    }

    /// <summary>Mean distance on the raster of the surface's points, by the distance of the eyes' outer corners as it would be seen from the front.</summary>
    public static float Disagreement(ReadOnlySpan<Vector3> a, ReadOnlySpan<Vector3> b)
    {
        float sum = 0;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            sum += Vector2.Distance(new(a[i].X, a[i].Y), new(b[i].X, b[i].Y));
        return sum / FaceMeshIndices.SurfaceCount / Vector3.Distance(b[FaceMeshIndices.LeftEyeOuter], b[FaceMeshIndices.RightEyeOuter]);
    }

    private ImageBuffer Background(Random random)
    {
        ImageBuffer picture = ImageBuffer.Uninitialized(RenderedSide, RenderedSide);
        PixelView photo = backgrounds[random.Next(backgrounds.Count)];
        double scale = (0.3 + 0.7 * random.NextDouble()) * Math.Min(photo.Width, photo.Height) / RenderedSide;
        double x = random.NextDouble() * (photo.Width - scale * RenderedSide), y = random.NextDouble() * (photo.Height - scale * RenderedSide);
        AreaSampler.Sample(photo, Affine2D.Similarity(scale, 0, x, y), NetworkSpace.Working, premultiplied: false, picture);
        return picture;
    }

    // Seeds that differ little give unrelated sequences.
    private static int Mix(int seed, int index) => unchecked((int)(((uint)seed * 2654435761u) ^ ((uint)index * 2246822519u) ^ 0x5bd1e995u));
}
