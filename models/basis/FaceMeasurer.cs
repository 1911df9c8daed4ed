using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Basis;

/// <summary>Finds the points of the largest face of a picture, as the engine does for a frame.</summary>
/// <param name="views">Crops averaged a face.</param>
/// <param name="models">Where the networks are.</param>
internal sealed class FaceMeasurer(int views, ModelLibrary models)
{
    private readonly YuNetDetector _detector = new(SessionCache.Get(models.Require("yunet-2023mar")));
    private readonly FaceMeshLandmarker _landmarker = new(SessionCache.Get(models.Require("mediapipe-landmarks-478")), views);

    /// <summary>A measurer on the machine's networks.</summary>
    /// <param name="views">Crops averaged a face.</param>
    public FaceMeasurer(int views)
        : this(views, ModelLibrary.Default(null))
    {
    }

    /// <summary>The faces of all pictures of a folder, in the order of their names.</summary>
    public IEnumerable<MeasuredFace> MeasureFolder(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        foreach (string file in Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal))
        {
            using Still still = StillDecoder.Load(file);
            if (Measure(still.Frame) is { } mesh)
                yield return new MeasuredFace(name, Path.GetFileNameWithoutExtension(file), mesh);
            else
                Console.Error.WriteLine($"'{file}' shows no face; it is left out.");
        }
    }

    /// <summary>The largest face of a frame of square pixels, or null.</summary>
    public FaceMesh? Measure(in FrameView frame)
    {
        DetectedFace? largest = _detector.Detect(frame).MaxBy(face => face.Box.Height);
        return largest is null ? null : _landmarker.Locate(frame, largest);
    }

    private static bool IsPicture(string file) => Path.GetExtension(file) is ".jpg" or ".png";
}
