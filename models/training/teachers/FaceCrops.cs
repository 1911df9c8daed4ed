using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Training.Synthesis;

namespace FaceFusion.Training.Teachers;

/// <summary>
/// Heads cut out of pictures, square to the head, with everything the teachers know of them: the colours, the maps of
/// skin, clothes and hair, its doubts of them, the detector's box and five points and the mesh. One array a kind, a row a face.
/// </summary>
internal sealed class FaceCrops
{
    /// <summary>The crops' side in pixels.</summary>
    public const int Side = 384;

    // Faces lower than this in their picture would only teach blur.
    private const float SmallestFace = 40;

    private readonly List<byte> _colours = [], _maps = [], _doubts = [];
    private readonly List<float> _points = [], _boxes = [], _meshes = [];
    private readonly List<string> _names = [];

    /// <summary>Adds the faces of a picture.</summary>
    public void Add(string file, FaceEngine engine, IFaceSegmenter segmenter)
    {
        using Still still = StillDecoder.Load(file);
        FrameView frame = still.Frame;
        foreach (Face face in engine.FindFaces(frame).Where(face => face.Detection.Box.Height >= SmallestFace && face.Mesh.Presence >= FaceEngine.CertainPresence))
        {
            using SeveralLooks looks = SeveralLooks.At(segmenter, frame, face.Mesh);
            FaceSegmentation segmentation = looks.Plain;
            float toCrop = (float)Side / segmentation.Maps.Width;
            Affine2D cropToRaster = Affine2D.Scaling(1 / toCrop, 1 / toCrop).Then(segmentation.GridToRaster), rasterToCrop = cropToRaster.Invert();
            using ImageBuffer crop = ImageBuffer.Uninitialized(Side, Side);
            AreaSampler.Sample(frame.Pixels, cropToRaster, frame.Space, frame.Premultiplied, crop);
            Append(_colours, crop);
            AppendGrid(_maps, segmentation.Maps, pixel => looks[pixel].Mean);
            AppendGrid(_doubts, segmentation.Maps, pixel => looks[pixel].Spread);
            foreach (Vector2 point in face.Detection.Points)
                Append(_points, rasterToCrop.Apply(point));
            RectF box = face.Detection.Box;
            Append(_boxes, rasterToCrop.Apply(box.Centre));
            Append(_boxes, new Vector2(box.Width, box.Height) * (float)rasterToCrop.Scale);
            foreach (Vector3 point in segmentation.Mesh.Points)
                _meshes.AddRange([point.X * toCrop, point.Y * toCrop, point.Z * toCrop]);
            _names.Add(file);
        }
    }

    /// <summary>Writes the arrays into a folder.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        int count = _names.Count;
        NpyFile.Write<byte>(Path.Combine(folder, "colours.npy"), CollectionsMarshal.AsSpan(_colours), count, Side, Side, 3);
        NpyFile.Write<byte>(Path.Combine(folder, "maps.npy"), CollectionsMarshal.AsSpan(_maps), count, Side, Side, 3);
        NpyFile.Write<byte>(Path.Combine(folder, "doubts.npy"), CollectionsMarshal.AsSpan(_doubts), count, Side, Side, 3);
        NpyFile.Write<float>(Path.Combine(folder, "points.npy"), CollectionsMarshal.AsSpan(_points), count, 5, 2);
        NpyFile.Write<float>(Path.Combine(folder, "boxes.npy"), CollectionsMarshal.AsSpan(_boxes), count, 4);
        NpyFile.Write<float>(Path.Combine(folder, "meshes.npy"), CollectionsMarshal.AsSpan(_meshes), count, FaceMeshIndices.Count, 3);
        File.WriteAllLines(Path.Combine(folder, "names.txt"), _names);
    }

    private static void Append(List<float> list, Vector2 point) => list.AddRange([point.X, point.Y]);

    // A value of each of the grid's pixels, at the crops' size.
    private static void AppendGrid(List<byte> list, ImageBuffer grid, Func<int, Vector4> value)
    {
        using ImageBuffer whole = ImageBuffer.Uninitialized(grid.Width, grid.Height), crop = ImageBuffer.Uninitialized(Side, Side);
        for (int i = 0; i < whole.Pixels.Length; i++)
            whole.Pixels[i] = value(i) with { W = 1 };
        float toGrid = (float)grid.Width / Side;
        AreaSampler.Sample(whole.AsView(), Affine2D.Scaling(toGrid, toGrid), NetworkSpace.Working, premultiplied: false, crop);
        Append(list, crop);
    }

    private static void Append(List<byte> list, ImageBuffer image)
    {
        foreach (Vector4 pixel in image.Pixels)
        {
            Vector4 value = Vector4.Clamp(pixel, Vector4.Zero, Vector4.One) * 255 + new Vector4(0.5f);
            list.AddRange([(byte)value.X, (byte)value.Y, (byte)value.Z]);
        }
    }
}
