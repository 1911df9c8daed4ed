using System.Globalization;
using System.Numerics;
using System.Text;
using FaceFusion.Canonical;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: canonical OUTPUT.json FOLDER… (folders of frontal JPEG pictures, one face each)");
    return 2;
}

ModelLibrary models = ModelLibrary.Default(null);
YuNetDetector detector = new(SessionCache.Get(models.Require("yunet-2023mar")));
FaceMeshLandmarker landmarker = new(SessionCache.Get(models.Require("mediapipe-landmarks-478")), views: 5);

List<Vector3[]> faces = [];
foreach (string file in args.Skip(1).SelectMany(folder => Directory.GetFiles(folder, "*.jpg")).Order(StringComparer.Ordinal))
{
    using Still still = StillDecoder.Load(file);
    FrameView frame = still.Frame;
    IReadOnlyList<DetectedFace> found = detector.Detect(frame);
    if (found.Count != 1)
    {
        Console.Error.WriteLine($"'{file}' shows {found.Count} faces instead of one; it is left out.");
        continue;
    }

    faces.Add(landmarker.Locate(frame, found[0]).ToSquare());
}

if (faces.Count == 0)
{
    Console.Error.WriteLine("No picture shows a face; give folders of frontal portraits.");
    return 1;
}

Vector3[] mean = MeanFace.Make(faces);
IReadOnlyList<(int A, int B, int C)> triangles = FaceTopology.Make(mean);

StringBuilder json = new();
json.Append("{\n  \"points\": [\n");
json.AppendJoin(",\n", mean.Select(point => string.Create(CultureInfo.InvariantCulture, $"    [{point.X:0.00000}, {point.Y:0.00000}, {point.Z:0.00000}]")));
json.Append("\n  ],\n  \"triangles\": [\n");
json.AppendJoin(",\n", triangles.Select(triangle => $"    [{triangle.A}, {triangle.B}, {triangle.C}]"));
json.Append("\n  ]\n}\n");
string aside = args[0] + ".new";
File.WriteAllText(aside, json.ToString());
File.Move(aside, args[0], overwrite: true);
Console.WriteLine($"{faces.Count} faces, {triangles.Count} triangles: '{args[0]}'.");
return 0;
