using FaceFusion.Basis;
using FaceFusion.Fusion.Stills;

namespace FaceFusion.Training.Synthesis;

/// <summary>Pictures with faces, as the teacher sees them.</summary>
/// <param name="measurer">Finds the largest face.</param>
internal sealed class Photographs(FaceMeasurer measurer)
{
    private const float LeastPresence = 0.9f;

    // Inter-ocular distances in pixels below which a photo is no texture.
    private const double LeastInterOcular = 24;

    /// <summary>Pictures of folders in the order of their names.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".jpg" or ".png").Order(StringComparer.Ordinal));

    /// <summary>The largest face of each picture, cut out and labelled.</summary>
    public Shard Label(IEnumerable<string> files)
    {
        Shard shard = new();
        foreach (string file in files)
        {
            using Still still = StillDecoder.Load(file);
            if (measurer.Measure(still.Frame) is { Presence: >= LeastPresence } mesh)
                shard.Add(still.Frame, mesh.ToSquare(), mesh.Presence, file);
        }

        return shard;
    }

    /// <summary>The faces that are large enough to be textures.</summary>
    public IReadOnlyList<PhotoFace> Textures(IEnumerable<string> files)
    {
        List<PhotoFace> faces = [];
        foreach (string file in files)
        {
            using Still still = StillDecoder.Load(file);
            if (measurer.Measure(still.Frame) is { Presence: >= LeastPresence } mesh && Fusion.Geometry.HeadPose.Fit(mesh).InterOcular >= LeastInterOcular)
                faces.Add(PhotoFace.Make(still, mesh));
        }

        return faces;
    }
}
