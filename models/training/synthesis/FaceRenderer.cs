using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Training.Synthesis;

/// <summary>Draws a photographed face whose vertices have moved, over a background.</summary>
/// <param name="side">The picture's side in pixels.</param>
internal sealed class FaceRenderer(int side) : IDisposable
{
    // Of the opening between the lips: where the upper teeth end.
    private const float TeethEnd = 0.3f;

    private static readonly Vector4 Cavity = new(0.16f, 0.06f, 0.06f, 1), Teeth = new(0.78f, 0.74f, 0.68f, 1);

    private readonly Plane _coverage = new(side, side);
    private readonly ImageBuffer _attributes = new(side, side), _seconds = new(side, side);

    public int Side => side;

    /// <summary>Draws.</summary>
    /// <param name="face">Whose texture.</param>
    /// <param name="second">Whose skin is mixed into it.</param>
    /// <param name="projected">The vertices of <see cref="FaceTopology"/> in the picture, with depth.</param>
    /// <param name="look">What is drawn how.</param>
    /// <param name="picture">A background on entry; the picture on return.</param>
    public void Draw(PhotoFace face, SecondSkin? second, ReadOnlySpan<Vector3> projected, FaceLook look, ImageBuffer picture)
    {
        Vector4[] attributes = Attributes(face, look);
        MeshRasteriser.Rasterise(projected, FaceTopology.Triangles, attributes, MeshWinding.Clockwise, RectI.FromSize(side, side), _coverage, _attributes);
        bool invented = look.InventsMouth && !face.IsMouthOpen;
        Vector4 skin = face.Skin();
        if (second is not null)
            MeshRasteriser.Rasterise(projected, FaceTopology.Triangles, Attributes(second), MeshWinding.Clockwise, RectI.FromSize(side, side), _coverage, _seconds);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            if (_coverage.Values[i] == 0)
                continue;
            Vector4 at = _attributes.Pixels[i];
            Vector4 colour = invented && at.Z >= 1 ? MouthColour(at.Z - 1, look) : face.Sample(at.X, at.Y);
            if (second is not null && at.Z < 1)
                colour = Vector4.Lerp(colour, second.Face.Sample(_seconds.Pixels[i].X, _seconds.Pixels[i].Y) * second.Gain, _seconds.Pixels[i].Z);
            if (at.Z >= 1)
                colour = Vector4.Lerp(colour, skin * look.MouthLight, look.MouthHaze);
            picture.Pixels[i] = Vector4.Lerp(picture.Pixels[i], colour, at.W) with { W = 1 };
        }

        if (look.Softness > 0)
        {
            float eyes = Vector3.Distance(projected[FaceMeshIndices.LeftEyeOuter], projected[FaceMeshIndices.RightEyeOuter]);
            GaussianBlur.Apply(picture, look.Softness * eyes, picture);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _coverage.Dispose();
        _attributes.Dispose();
        _seconds.Dispose();
    }

    // X and Y: the place in the texture; Z: 0, or between the lips 1 at the upper one and 2 at the lower; W: opacity.
    private static Vector4[] Attributes(PhotoFace face, FaceLook look)
    {
        Vector4[] attributes = new Vector4[FaceTopology.Count];
        int rings = FaceTopology.FirstMouth - FaceTopology.FirstRing, ring = rings / FaceTopology.Rings;
        for (int i = 0; i < attributes.Length; i++)
        {
            float opacity = i >= FaceTopology.FirstRing && i < FaceTopology.FirstMouth ? look.RingOpacities[(i - FaceTopology.FirstRing) / ring] : 1;
            attributes[i] = new Vector4(face.Places[i], 0, opacity);
        }

        int half = FaceTopology.Mouth.Length / 2;
        for (int i = 0; i < 2 * half; i++)
            attributes[FaceTopology.FirstMouth + i].Z = i < half ? 1 : 2;
        return attributes;
    }

    // X and Y: the place in the second texture; Z: its share.
    private static Vector4[] Attributes(SecondSkin second)
    {
        Vector4[] attributes = new Vector4[FaceTopology.Count];
        for (int i = 0; i < attributes.Length; i++)
            attributes[i] = new Vector4(second.Face.Places[i], second.Shares[i], 0);
        return attributes;
    }

    private static Vector4 MouthColour(float height, FaceLook look) =>
        (height < TeethEnd * look.Teeth ? Teeth : Cavity) * look.MouthLight;
}
