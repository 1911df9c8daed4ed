using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Quality;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Naturalness;

/// <summary>Pictures of faces, and the patches of the largest face of each.</summary>
internal sealed class FacePictures(FaceEngine engine)
{
    /// <summary>The pictures of a folder or one file, by name.</summary>
    public static IEnumerable<string> Of(string path) => File.Exists(path) ? [path]
        : Directory.GetFiles(path).Where(file => Path.GetExtension(file) is ".jpg" or ".png").Order(StringComparer.Ordinal);

    /// <summary>The patches of a picture after each of some damages; none where no face is found.</summary>
    /// <param name="path">The picture.</param>
    /// <param name="damages">What is done to it first.</param>
    public IReadOnlyList<IReadOnlyList<double[]>> Patches(string path, params IReadOnlyList<Damage> damages)
    {
        using Still still = StillDecoder.Load(path);
        FrameView frame = still.Frame;
        if (engine.FindFaces(frame) is not [Face face, ..])
            return [];

        List<IReadOnlyList<double[]>> patches = [];
        foreach (Damage damage in damages)
        {
            using ImageBuffer picture = ImageBuffer.Uninitialized(still.Width, still.Height);
            PixelReader.Read(frame.Pixels, frame.Pixels.Bounds, frame.Space, frame.Premultiplied, picture);
            damage.Change(picture, face.Pose.InterOcular);
            patches.Add(FacePatches.Measure(picture, face.Mesh, face.Pose.InterOcular));
        }

        return patches;
    }
}
