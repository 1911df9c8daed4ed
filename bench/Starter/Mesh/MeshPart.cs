using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Mesh;

/// <summary>The starter's points beside the public network's and beside people's marks, both begun from the public detector's box.</summary>
internal static class MeshPart
{
    // Both networks see the largest face of a frame where the teacher is sure of it.
    private const float LeastPresence = 0.9f;
    private const double TurnedFrom = 30, TurnedTo = 60;

    // The first two of the 189 points that people placed, at twice the pictures' size.
    private const float MarksToPixels = 0.5f;

    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (models.LandmarkFile is null)
            return [];

        YuNetDetector detector = new(models.Teacher(FaceNetwork.Detector));
        FaceMeshLandmarker teacher = new(models.Teacher(FaceNetwork.Landmarks)), starter = new(SessionCache.Get(models.LandmarkFile));
        HeldOutMaterial material = new(shared);
        List<MeshPair> photos = [], frames = [];
        List<double> pupils = [];
        foreach (string picture in material.Photos)
        {
            using Still still = StillDecoder.Load(picture);
            if (Look(still.Frame) is not { } pair)
                continue;
            photos.Add(pair);
            if (picture.Contains("neutral", StringComparison.Ordinal))
                pupils.Add(PupilError(picture, pair.Starter));
        }

        frames.AddRange(material.Frames().Select(frame => Look(frame.Frame)).OfType<MeshPair>());
        MeshPair[] turned = [.. frames.Where(pair => pair.Yaw is >= TurnedFrom and <= TurnedTo)];
        LinearFit mouth = LinearFit.Of([.. photos.Concat(frames).Select(pair => pair.Mouth)]), eyes = LinearFit.Of([.. photos.Concat(frames).Select(pair => pair.Eyes)]);
        return
        [
            new("mesh", "frontal", photos.Average(pair => pair.Error), 2.25, 1.9, AtMost: true),
            new("mesh", "yaw30_60", turned.Length == 0 ? null : turned.Average(pair => pair.ErrorFromTheFront), 6.5, 5, AtMost: true),
            new("mesh", "yaw30_60_foreshortened", turned.Length == 0 ? null : turned.Average(pair => pair.Error)),
            new("mesh", "clips", frames.Average(pair => pair.Error)),
            new("mesh", "mouth_corr", mouth.Correlation, 0.83, 0.92),
            new("mesh", "mouth_slope", mouth.Slope, 0.45, 0.8),
            new("mesh", "lid_corr", eyes.Correlation, 0.73, 0.85),
            new("mesh", "lid_slope", eyes.Slope, 0.26, 0.7),
            new("mesh", "pupil", pupils.Average(), 3.3, 2, AtMost: true),
        ];

        MeshPair? Look(in FrameView frame)
        {
            DetectedFace? face = detector.Detect(frame).MaxBy(face => face.Box.Height);
            FaceMesh? mesh = face is null ? null : teacher.Locate(frame, face);
            return mesh is { Presence: >= LeastPresence } ? new MeshPair(mesh, starter.Locate(frame, face!)) : null;
        }
    }

    // Mean of both eyes, percent of the distance between the pupils.
    private static double PupilError(string picture, FaceMesh mesh)
    {
        Vector2[] marks = [.. File.ReadLines(Path.ChangeExtension(picture, ".tem")).Skip(1).Take(2).Select(line => line.Split('\t'))
            .Select(words => MarksToPixels * new Vector2(Number(words[0]), Number(words[1])))];
        return 50 * (Distance(FaceMeshIndices.LeftIris, marks[0]) + Distance(FaceMeshIndices.RightIris, marks[1])) / Vector2.Distance(marks[0], marks[1]);

        double Distance(int index, Vector2 mark) => Vector2.Distance(new Vector2(mesh.Points[index].X, mesh.Points[index].Y), mark);
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
