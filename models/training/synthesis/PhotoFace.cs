using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Training.Synthesis;

/// <summary>A photographed face as a textured surface: its shape without pose, and the photo's pixels around it.</summary>
internal sealed class PhotoFace : IDisposable
{
    // Rendered faces have at most this many pixels between the eyes; more in the texture would only alias.
    private const double MostPixels = 80;

    // In inter-ocular distances.
    private const float TextureReach = 3.2f;

    // The rings by how much larger than the oval they are, and how far behind it, in inter-ocular distances.
    private static readonly float[] RingSizes = [1.18f, 1.6f, 2.8f], RingDepths = [0.1f, 0.4f, 0.9f];

    // Inner lips as far apart as this, in inter-ocular distances, show what lies between them.
    private const float OpenMouth = 0.05f;

    // Under the nose and on the chin.
    private static readonly int[] SkinAround = [164, 18, 200];

    private PhotoFace(Vector3[] vertices, Vector2[] places, ImageBuffer texture, double yaw, bool isMouthOpen)
    {
        Vertices = vertices;
        Places = places;
        Texture = texture;
        Yaw = yaw;
        IsMouthOpen = isMouthOpen;
    }

    /// <summary>The vertices of <see cref="FaceTopology"/> in the canonical face's frame.</summary>
    public Vector3[] Vertices { get; }

    /// <summary>Where they lie in the texture, in continuous pixels.</summary>
    public Vector2[] Places { get; }

    /// <summary>The photo around the face.</summary>
    public ImageBuffer Texture { get; }

    /// <summary>How far the face is turned in the photo, in degrees.</summary>
    public double Yaw { get; }

    public bool IsMouthOpen { get; }

    public static PhotoFace Make(Still still, FaceMesh mesh)
    {
        HeadPose pose = HeadPose.Fit(mesh);
        FaceShape shape = FaceShape.Of(mesh, pose);
        Vector3[] vertices = Extend(shape.Points);
        double pixels = Math.Min(MostPixels, pose.InterOcular), scale = pixels / pose.InterOcular;
        Vector3 centre = pose.CanonicalToFrame.Apply(new Vector3(0, 0.4f, 0));
        float half = (float)(TextureReach * pixels);
        Affine2D toTexture = Affine2D.Translation(-centre.X, -centre.Y).Then(Affine2D.Similarity(scale, 0, half, half));
        int side = (int)(2 * half);
        ImageBuffer texture = ImageBuffer.Uninitialized(side, side);
        AreaSampler.Sample(still.Frame.Pixels, toTexture.Invert(), still.Frame.Space, still.Frame.Premultiplied, texture);
        Vector2[] places = [.. vertices.Select(vertex => pose.CanonicalToFrame.Apply(vertex)).Select(place => toTexture.Apply(new Vector2(place.X, place.Y)))];
        float gap = Vector3.Distance(shape.Points[13], shape.Points[14]);
        return new PhotoFace(vertices, places, texture, pose.Yaw, gap > OpenMouth);
    }

    /// <summary>The mean colour of the skin under the nose and on the chin.</summary>
    public Vector4 Skin()
    {
        Vector4 skin = Vector4.Zero;
        foreach (int index in SkinAround)
            skin += Sample(Places[index].X, Places[index].Y) / SkinAround.Length;
        return skin;
    }

    /// <summary>The texture's colour at a place, in continuous pixels; bilinear.</summary>
    public Vector4 Sample(float x, float y)
    {
        float u = Math.Clamp(x - 0.5f, 0, Texture.Width - 1.001f), v = Math.Clamp(y - 0.5f, 0, Texture.Height - 1.001f);
        int column = (int)u, row = (int)v;
        ReadOnlySpan<Vector4> pixels = Texture.Pixels;
        int at = row * Texture.Width + column;
        return Vector4.Lerp(
            Vector4.Lerp(pixels[at], pixels[at + 1], u - column),
            Vector4.Lerp(pixels[at + Texture.Width], pixels[at + Texture.Width + 1], u - column),
            v - row);
    }

    /// <inheritdoc/>
    public void Dispose() => Texture.Dispose();

    // The vertices of the topology from the 478 points.
    private static Vector3[] Extend(ReadOnlySpan<Vector3> points)
    {
        List<Vector3> vertices = [.. points[..FaceMeshIndices.SurfaceCount]];
        foreach (int iris in FaceTopology.Irises)
            vertices.Add(points[iris]);
        Vector3 centre = Vector3.Zero;
        foreach (int index in FaceMeshIndices.Oval)
            centre += points[index] / FaceMeshIndices.Oval.Length;
        for (int ring = 0; ring < FaceTopology.Rings; ring++)
        {
            foreach (int index in FaceMeshIndices.Oval)
            {
                Vector3 outwards = points[index] - centre;
                vertices.Add(centre + outwards * new Vector3(RingSizes[ring], RingSizes[ring], 1) + new Vector3(0, 0, RingDepths[ring]));
            }
        }

        foreach (int index in FaceTopology.Mouth)
            vertices.Add(points[index]);
        return [.. vertices];
    }
}
