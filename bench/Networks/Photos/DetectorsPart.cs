using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Networks.Photos;

/// <summary>
/// Whether the detectors find the one face of each London picture, none that isn't one, and where they put the eyes: in
/// percent of the distance between the pupils that people marked.
/// </summary>
internal static class DetectorsPart
{
    private static readonly (string Name, string Id)[] Detectors =
        [("yunet", "yunet-2023mar"), ("yunet_dynamic", "yunet-n-dynamic"), ("mediapipe", "mediapipe-detector-short")];

    public static IEnumerable<Figure> Measure(ModelLibrary models, LondonPhotos photos)
    {
        string[] pictures = [.. photos.Neutral, .. photos.Smiling];
        List<Figure> figures = [];
        int foundByAll = pictures.Length, falseOfAll = 0;
        foreach ((string name, string id) in Detectors.Where(detector => models.TryFind(detector.Id, out _)))
        {
            IFaceDetector detector = NetworkFamilies.Detector(models.Require(id));
            int found = 0, mistaken = 0;
            List<double> errors = [];
            foreach (string picture in pictures)
            {
                using Still still = StillDecoder.Load(picture);
                IReadOnlyList<DetectedFace> faces = detector.Detect(still.Frame);
                found += faces.Count > 0 && IsInTheMiddle(faces[0], still) ? 1 : 0;
                mistaken += faces.Count(face => !IsInTheMiddle(face, still)) + Math.Max(0, faces.Count(face => IsInTheMiddle(face, still)) - 1);
                if (faces.Count > 0 && photos.Neutral.Contains(picture))
                    errors.AddRange(EyeErrors(faces[0], picture));
            }

            (foundByAll, falseOfAll) = (Math.Min(foundByAll, found), falseOfAll + mistaken);
            figures.Add(new("london", $"found_{name}", found, Needed: pictures.Length));
            figures.Add(new("london", $"false_{name}", mistaken, Needed: 0, AtMost: true));
            figures.Add(new("eye", name, 100 * errors.Average(), Needed: name == "mediapipe" ? null : 5, AtMost: true));
            figures.Add(new("eye", $"{name}_worst", 100 * errors.Max()));
        }

        return [new("london", "found", foundByAll, Needed: pictures.Length), new("london", "false", falseOfAll, Needed: 0, AtMost: true), .. figures];
    }

    // The pictures show one person each, whose face is about their middle.
    private static bool IsInTheMiddle(DetectedFace face, Still still) =>
        Math.Abs(face.Box.Centre.X - still.Width / 2f) < 0.15f * still.Width && Math.Abs(face.Box.Centre.Y - still.Height / 2f) < 0.25f * still.Height && face.Box.Height > 0.2f * still.Height;

    private static double[] EyeErrors(DetectedFace face, string picture)
    {
        (Vector2 left, Vector2 right) = LondonPhotos.Pupils(picture);
        double between = Vector2.Distance(left, right);
        return [Vector2.Distance(face.Points[0], left) / between, Vector2.Distance(face.Points[1], right) / between];
    }
}
