using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>One photo of an identity laid over a surface, and how much of it is shown where.</summary>
internal sealed class PhotoLayer : IDisposable
{
    // What a photo counts where something hides the face in it: less than any that shows a little.
    private const float Hidden = 1e-3f;

    // Within this distance of the outline of a photo's face, in inter-ocular distances, another photo that shows more of the
    // surroundings is preferred; from three times as far on it makes no difference.
    private const float OutlineMargin = 0.06f;

    private const int RowGrain = 16;

    // 0 at the edges of the lids and of the mouth, where photos differ by more than their light; else 1.
    private static readonly float[] Plain = MakePlain();

    private PhotoLayer(int width, int height)
    {
        Attributes = ImageBuffer.Uninitialized(width, height);
        Picture = ImageBuffer.Uninitialized(width, height);
        Weight = Plane.Uninitialized(width, height);
        Comparable = Plane.Uninitialized(width, height);
    }

    /// <summary>In Z how much the surface faces the photo's camera, in W its distance from the outline of the photo's face.</summary>
    public ImageBuffer Attributes { get; }

    /// <summary>The photo; in W how much of the surface it shows.</summary>
    public ImageBuffer Picture { get; }

    /// <summary>How much the photo counts, above 0 on the surface; not normalised.</summary>
    public Plane Weight { get; }

    /// <summary>Where its light can be compared with the other photos', 0 to 1.</summary>
    public Plane Comparable { get; }

    /// <summary>Lays a photo over a surface.</summary>
    /// <param name="surface">The target's surface.</param>
    /// <param name="portrait">The photo.</param>
    /// <param name="shares">How much of it is wanted at each of the 468 points, 0 to 1.</param>
    /// <param name="scale">The unit of widths.</param>
    public static PhotoLayer Make(TargetSurface surface, IdentityPortrait portrait, ReadOnlySpan<float> shares, SwapScale scale)
    {
        int width = surface.Window.Width, height = surface.Window.Height;
        PhotoLayer layer = new(width, height);
        using Plane coverage = Plane.Uninitialized(width, height);
        Draw(surface, portrait, scale, coverage, layer.Attributes, layer.Picture);

        using ImageBuffer wanted = ImageBuffer.Uninitialized(width, height);
        Span<Vector4> vertices = stackalloc Vector4[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = new Vector4(shares[i], Plain[i], 0, 0);
        surface.Draw(CanonicalFace.Triangles, vertices, coverage, wanted);
        layer.Weigh(wanted);
        return layer;
    }

    /// <summary>Draws a photo over a surface.</summary>
    /// <param name="surface">The target's surface.</param>
    /// <param name="portrait">The photo.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="coverage">Gets 1 where the surface is seen, else 0.</param>
    /// <param name="attributes">Gets what <see cref="Attributes"/> holds.</param>
    /// <param name="picture">Gets what <see cref="Picture"/> holds.</param>
    public static void Draw(TargetSurface surface, IdentityPortrait portrait, SwapScale scale, Plane coverage, ImageBuffer attributes, ImageBuffer picture)
    {
        using ImageBuffer texture = portrait.Pyramid.Scaled(scale.InterOcular / portrait.Quality.InterOcular, out Affine2D portraitToTexture);
        Span<Vector4> vertices = stackalloc Vector4[FaceMeshIndices.SurfaceCount];
        FillVertices(portrait, portraitToTexture, vertices);
        surface.Draw(CanonicalFace.Triangles, vertices, coverage, attributes);
        MapSampler.Sample(texture, attributes, coverage, picture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Attributes.Dispose();
        Picture.Dispose();
        Weight.Dispose();
        Comparable.Dispose();
    }

    // Where each vertex lies in the texture (X, Y), how much it faces the identity's camera (Z, −1 to 1) and how far it is
    // from the outline of the identity's face (W, in inter-ocular distances).
    private static void FillVertices(IdentityPortrait portrait, Affine2D portraitToTexture, Span<Vector4> vertices)
    {
        ReadOnlySpan<Vector3> points = portrait.Mesh.Points;
        float interOcular = (float)portrait.Quality.InterOcular;
        for (int i = 0; i < vertices.Length; i++)
        {
            Vector2 place = portraitToTexture.Apply(new Vector2(points[i].X, points[i].Y));
            vertices[i] = new Vector4(place, portrait.Facing[i], portrait.Margins[i] / interOcular);
        }
    }

    // What the photo sees of the surface, times what is wanted of it.
    private void Weigh(ImageBuffer wanted)
    {
        Executor.For(0, wanted.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> wantedRow = wanted.Row(y), attributesRow = Attributes.Row(y), pictureRow = Picture.Row(y);
                Span<float> weightRow = Weight.Row(y), comparableRow = Comparable.Row(y);
                for (int x = 0; x < weightRow.Length; x++)
                {
                    Vector4 attributes = attributesRow[x];
                    float seen = Feather.Smoothstep(attributes.Z, SwapAreas.FacingNone, SwapAreas.FacingFull)
                        * Feather.Smoothstep(attributes.W, OutlineMargin, 3 * OutlineMargin)
                        * Math.Clamp(pictureRow[x].W, 0, 1);
                    weightRow[x] = wantedRow[x].X * (seen + Hidden);
                    comparableRow[x] = wantedRow[x].Y * seen;
                }
            }
        });
    }

    private static float[] MakePlain()
    {
        float[] plain = new float[FaceMeshIndices.SurfaceCount];
        Array.Fill(plain, 1);
        foreach (int point in (int[])[.. FaceMeshIndices.LeftEye, .. FaceMeshIndices.RightEye, .. FaceMeshIndices.InnerUpperLip, .. FaceMeshIndices.InnerLowerLip])
            plain[point] = 0;
        return plain;
    }
}
