using System.Globalization;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Stills;

namespace FaceFusion.Training.Teachers;

/// <summary>
/// What the detector sees in pictures, a line a face: file, score, box (x, y, right, bottom) and five points, in
/// continuous pixels of the picture; a picture without a face has a line with its name alone.
/// </summary>
internal static class DetectionList
{
    public static void Write(string output, IEnumerable<string> files, IFaceDetector detector)
    {
        using StreamWriter writer = new(output);
        foreach (string file in files)
        {
            using Still still = StillDecoder.Load(file);
            IReadOnlyList<DetectedFace> faces = detector.Detect(still.Frame);
            if (faces.Count == 0)
                writer.WriteLine(file);
            foreach (DetectedFace face in faces)
                writer.WriteLine(string.Join('\t', [file, .. Numbers(face).Select(number => number.ToString("0.####", CultureInfo.InvariantCulture))]));
        }
    }

    private static IEnumerable<float> Numbers(DetectedFace face) =>
        [face.Score, face.Box.X1, face.Box.Y1, face.Box.X2, face.Box.Y2, .. face.Points.ToArray().SelectMany(point => new[] { point.X, point.Y })];
}
