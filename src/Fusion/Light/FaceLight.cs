using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Light;

/// <summary>
/// The light on a face in a picture, at each of its 468 points, as a factor around 1 on L*. Both halves of a face are alike: where one is darker than the other it lies in shadow, so that their ratio is
/// light and no complexion. What light does to both halves alike is told by spherical harmonics of the second order over the
/// directions in which the surface looks, which hold nearly all that light from afar does to a matt surface (R. Ramamoorthi
/// and P. Hanrahan, "An Efficient Representation for Irradiance Environment Maps", 2001).
/// </summary>
internal sealed class FaceLight
{
    /// <summary>What is added to L* on both sides of a ratio: a little, so that black stays black under any light and gives none.</summary>
    public const float LightnessOffset = 4;

    // The skin is looked at in cells, so many to the distance between the eyes, under a blur that neither pores nor the grain
    // survive, in the same unit.
    private const int CellsPerInterOcular = 24;
    private const float Sigma = 0.1f;

    // Softness of the edges of what is no skin: eyes, brows and lips.
    private const float FeatureBlur = 0.03f;

    // Shadow by more than this factor is something else: hair, a hand.
    private const float Deepest = 2;

    // Rounds of diffusion over the mesh, and what a point counts in it of which nothing is known.
    private const int Softness = 2;
    private const float Unknown = 1e-4f;

    private static readonly int[] FeatureTriangles =
    [
        .. CanonicalFace.EyeTriangles, .. CanonicalFace.BrowTriangles, .. CanonicalFace.LipTriangles, .. CanonicalFace.MouthTriangles,
    ];

    private readonly float[] _points;
    private readonly float[] _seen;

    private FaceLight(float[] points, float[] seen)
    {
        _points = points;
        _seen = seen;
    }

    /// <summary>The light at each of the 468 points, above 0.</summary>
    public ReadOnlySpan<float> Points => _points;

    /// <summary>How well each of them is seen, 0 to 1.</summary>
    public ReadOnlySpan<float> Seen => _seen;

    /// <summary>The light in a portrait.</summary>
    /// <param name="pyramid">The picture in the working space; in W how much of the face it shows.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <param name="facing">How much each of them faces the camera, −1 to 1.</param>
    /// <param name="interOcular">The distance between the eyes in pixels.</param>
    public static FaceLight Of(ImagePyramid pyramid, FaceMesh mesh, ReadOnlySpan<float> facing, double interOcular)
    {
        using ImageBuffer cells = pyramid.Scaled(CellsPerInterOcular / interOcular, out Affine2D toCells);
        float scale = (float)toCells.Xx, unit = (float)(scale * interOcular);
        FaceMesh scaled = mesh.Scale(scale);
        TargetSurface surface = new(scaled, cells.Bounds);
        using Plane skin = surface.Coverage(), features = surface.SoftArea(FeatureTriangles, FeatureBlur * unit);
        Lab.FromWorking(cells, cells);
        for (int i = 0; i < skin.Length; i++)
        {
            float weight = skin.Values[i] * Math.Clamp(1 - 2 * features.Values[i], 0, 1) * Math.Clamp(cells.Pixels[i].W, 0, 1);
            cells.Pixels[i] = weight * (cells.Pixels[i] with { W = 1 });
        }

        return Of(cells, scaled.Points[..FaceMeshIndices.SurfaceCount], Vector2.Zero, 1, facing, unit);
    }

    /// <summary>The light on the target's face.</summary>
    /// <param name="target">The plate in the window of the swap, in L*a*b*.</param>
    /// <param name="skin">Where it shows plain skin, 0 to 1.</param>
    /// <param name="surface">The target's surface.</param>
    /// <param name="scale">The unit of widths.</param>
    public static FaceLight Of(ImageBuffer target, Plane skin, TargetSurface surface, SwapScale scale)
    {
        int cell = Math.Max(1, (int)(scale.Pixels / CellsPerInterOcular));
        using ImageBuffer cells = ImageBuffer.Uninitialized((target.Width + cell - 1) / cell, (target.Height + cell - 1) / cell);
        MaskedCells.Average(target, skin, cell, cells);
        Span<float> facing = stackalloc float[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < facing.Length; i++)
            facing[i] = surface.Normals[i].Z;
        return Of(cells, surface.Vertices, new Vector2(surface.Window.X1, surface.Window.Y1), 1f / cell, facing, scale.Pixels / cell);
    }

    // From cells of L*a*b* times the skin's share, which is in W.
    private static FaceLight Of(ImageBuffer cells, ReadOnlySpan<Vector3> vertices, Vector2 origin, float scale, ReadOnlySpan<float> facing, float unit)
    {
        GaussianBlur.Apply(cells, Sigma * unit, cells, EdgeMode.Zero);
        Span<float> lightness = stackalloc float[FaceMeshIndices.SurfaceCount];
        float[] seen = new float[lightness.Length];
        for (int i = 0; i < lightness.Length; i++)
        {
            Vector4 sum = At(cells, scale * (new Vector2(vertices[i].X, vertices[i].Y) - origin));
            seen[i] = Math.Clamp(sum.W, 0, 1) * Feather.Smoothstep(facing[i], SwapAreas.FacingNone, SwapAreas.FacingFull);
            lightness[i] = (sum.W > 0 ? Math.Max(sum.X / sum.W, 0) : 0) + LightnessOffset;
        }

        return new FaceLight(Tell(lightness, seen), seen);
    }

    private static float[] Tell(ReadOnlySpan<float> lightness, ReadOnlySpan<float> seen)
    {
        Span<float> lit = stackalloc float[lightness.Length], known = stackalloc float[lightness.Length];
        float[] light = new float[lightness.Length];
        for (int i = 0; i < light.Length; i++)
        {
            int mirrored = CanonicalFace.Mirrored[i];
            float brighter = Math.Max(lightness[i], lightness[mirrored]);
            known[i] = Math.Min(seen[i], seen[mirrored]);
            light[i] = Math.Max(lightness[i] / brighter, 1 / Deepest);

            // Where the other half isn't seen, all is told by the harmonics.
            lit[i] = float.Lerp(lightness[i], brighter, known[i] < seen[i] ? known[i] / seen[i] : 1);
        }

        Soften(light, known);
        LightHarmonics.Fit(lit, seen, lit);
        for (int i = 0; i < light.Length; i++)
            light[i] *= Math.Clamp(lit[i], 1 / Deepest, Deepest);
        return light;
    }

    // Each point's mean with its neighbours, by what is known of them.
    private static void Soften(Span<float> values, ReadOnlySpan<float> known)
    {
        Span<float> weights = stackalloc float[values.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = known[i] + Unknown;
            values[i] *= weights[i];
        }

        FaceSurface.Diffuse(values, Softness);
        FaceSurface.Diffuse(weights, Softness);
        for (int i = 0; i < values.Length; i++)
            values[i] /= weights[i];
    }

    private static Vector4 At(ImageBuffer image, Vector2 place)
    {
        float x = Math.Clamp(place.X - 0.5f, 0, image.Width - 1), y = Math.Clamp(place.Y - 0.5f, 0, image.Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, image.Width - 1), bottom = Math.Min(top + 1, image.Height - 1);
        ReadOnlySpan<Vector4> above = image.Row(top), below = image.Row(bottom);
        return Vector4.Lerp(Vector4.Lerp(above[left], above[right], x - left), Vector4.Lerp(below[left], below[right], x - left), y - top);
    }
}
