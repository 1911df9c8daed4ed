using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Networks.Photos;

/// <summary>
/// Where the landmarkers put the pupils of the neutral London pictures, in percent of the distance between those that
/// people marked; and how far their 468 points lie from those of the network of 478, in percent of the same.
/// </summary>
internal static class PointsPart
{
    private const string Best = "mediapipe-landmarks-478";

    private static readonly (string Name, string Id)[] Others = [("mesh468", "mediapipe-mesh-468"), ("pfld98", "pfld-98"), ("openseeface66", "openseeface-66")];

    public static IEnumerable<Figure> Measure(ModelLibrary models, LondonPhotos photos)
    {
        IFaceDetector detector = NetworkFamilies.Detector(models.Require("yunet-2023mar"));
        ModelFile? iris = models.TryFind("mediapipe-iris", out ModelFile? found) ? found : null;
        IFaceLandmarker best = NetworkFamilies.Landmarker(models.Require(Best));
        (string Name, IFaceLandmarker Landmarker)[] others =
            [.. Others.Where(other => models.TryFind(other.Id, out _)).Select(other => (other.Name, NetworkFamilies.Landmarker(models.Require(other.Id), iris: iris)))];
        Dictionary<string, List<double>> eyes = [], apart = [];
        foreach (string picture in photos.Neutral)
        {
            using Still still = StillDecoder.Load(picture);
            if (detector.Detect(still.Frame) is not [DetectedFace face, ..])
                continue;
            FaceMesh mesh = best.Locate(still.Frame, face);
            Add("mesh", mesh, picture, mesh);
            foreach ((string name, IFaceLandmarker landmarker) in others)
                Add(name, landmarker.Locate(still.Frame, face), picture, mesh);
        }

        return
        [
            .. eyes.Select(one => new Figure("eye", one.Key, 100 * one.Value.Average(), Needed: one.Key == "mesh" ? 2.5 : null, AtMost: true)),
            .. eyes.Select(one => new Figure("eye", $"{one.Key}_worst", 100 * one.Value.Max())),
            .. apart.Where(one => one.Key != "mesh").Select(one => new Figure("mesh_distance", one.Key, 100 * one.Value.Average())),
        ];

        void Add(string name, FaceMesh mesh, string picture, FaceMesh reference)
        {
            (Vector2 left, Vector2 right) = LondonPhotos.Pupils(picture);
            double between = Vector2.Distance(left, right);
            List<double> errors = eyes.TryGetValue(name, out List<double>? known) ? known : eyes[name] = [];
            errors.Add(Vector2.Distance(Flat(mesh, FaceMeshIndices.LeftIris), left) / between);
            errors.Add(Vector2.Distance(Flat(mesh, FaceMeshIndices.RightIris), right) / between);
            double sum = 0;
            for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
                sum += Vector2.Distance(Flat(mesh, i), Flat(reference, i));
            (apart.TryGetValue(name, out List<double>? list) ? list : apart[name] = []).Add(sum / FaceMeshIndices.SurfaceCount / between);
        }
    }

    private static Vector2 Flat(FaceMesh mesh, int index) => new(mesh.Points[index].X, mesh.Points[index].Y);
}
