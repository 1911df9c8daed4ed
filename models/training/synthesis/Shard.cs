using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Training.Synthesis;

/// <summary>
/// Upright crops of faces and their meshes: <c>pictures</c> N×160×160×3 bytes, red green blue; <c>meshes</c> N×478×3 in
/// continuous pixels of the crop, z with the scale of y; <c>certainty</c> N, the teacher's logit; <c>names</c> a line a row.
/// </summary>
internal sealed class Shard
{
    /// <summary>The crops' side in pixels.</summary>
    public const int Side = 160;

    /// <summary>The crop's side by the longer side of the mesh's box: wider than any network's, which leaves room for turning and shifting.</summary>
    public const float Margin = 1.9f;

    private readonly List<byte> _pictures = [];
    private readonly List<float> _meshes = [], _certainty = [];
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    /// <summary>Whether a folder already holds one.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "names.txt"));

    /// <summary>Cuts a face out of a frame.</summary>
    public void Add(in FrameView frame, ReadOnlySpan<Vector3> points, float certainty, string name)
    {
        Affine2D cropToFrame = FaceCrop.Around(points, Margin).ToFrame(Side), frameToCrop = cropToFrame.Invert();
        using ImageBuffer crop = ImageBuffer.Uninitialized(Side, Side);
        AreaSampler.Sample(frame.Pixels, cropToFrame, frame.Space, frame.Premultiplied, crop);
        foreach (Vector4 pixel in crop.Pixels)
        {
            Vector4 value = Vector4.Clamp(pixel, Vector4.Zero, Vector4.One) * 255 + new Vector4(0.5f);
            _pictures.AddRange([(byte)value.X, (byte)value.Y, (byte)value.Z]);
        }

        foreach (Vector3 point in points)
        {
            Vector2 place = frameToCrop.Apply(new Vector2(point.X, point.Y));
            _meshes.AddRange([place.X, place.Y, point.Z * (float)frameToCrop.Scale]);
        }

        _certainty.Add(certainty);
        _names.Add(name);
    }

    /// <summary>Writes the arrays into a folder; the names come last.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        NpyFile.Write<byte>(Path.Combine(folder, "pictures.npy"), CollectionsMarshal.AsSpan(_pictures), Count, Side, Side, 3);
        NpyFile.Write<float>(Path.Combine(folder, "meshes.npy"), CollectionsMarshal.AsSpan(_meshes), Count, FaceMeshIndices.Count, 3);
        NpyFile.Write<float>(Path.Combine(folder, "certainty.npy"), CollectionsMarshal.AsSpan(_certainty), Count);
        File.WriteAllLines(Path.Combine(folder, "names.txt"), _names);
    }
}
