using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Overlays;

/// <summary>Makes marks of what was found in a frame.</summary>
internal static class FaceMarks
{
    /// <summary>The marks of a frame: the faces that were located, and detections that are certain without it.</summary>
    /// <param name="map">From the frame's raster to canonical coordinates.</param>
    /// <param name="detections">What the detector saw.</param>
    /// <param name="located">The faces made of some of them.</param>
    /// <param name="chosen">Those that are replaced.</param>
    public static IReadOnlyList<FaceMark> Of(
        CanonicalMap map, IReadOnlyList<DetectedFace> detections, IReadOnlyList<Face> located, IReadOnlyList<Face> chosen)
    {
        IEnumerable<FaceMark> faces = located.Select(face => Located(map, face, chosen.Contains(face)));
        IEnumerable<FaceMark> others = detections
            .Where(detection => detection.Score >= FaceEngine.CertainDetection && !located.Any(face => face.Detection == detection))
            .Select(detection => new FaceMark(map.ToCanonical(detection.Box), Points(map, detection.Points), [], IsChosen: false, ""));
        return [.. faces, .. others];
    }

    private static FaceMark Located(CanonicalMap map, Face face, bool isChosen)
    {
        double eyes = face.Pose.InterOcular * map.UnitsPerRow;
        return new FaceMark(
            map.ToCanonical(face.Detection.Box),
            Points(map, face.Mesh.FivePoints()),
            isChosen ? [Contour(FaceMeshIndices.Oval), Contour(FaceMeshIndices.LeftEye), Contour(FaceMeshIndices.RightEye), Contour(FaceMeshIndices.OuterLips)] : [],
            isChosen,
            string.Create(CultureInfo.InvariantCulture, $"eyes {eyes:0} px, yaw {face.Pose.Yaw:0}, pitch {face.Pose.Pitch:0}"));

        OfxPointD[] Contour(ReadOnlySpan<int> indices)
        {
            OfxPointD[] points = new OfxPointD[indices.Length];
            for (int i = 0; i < points.Length; i++)
            {
                Vector3 point = face.Mesh.Points[indices[i]];
                points[i] = map.ToCanonical(new Vector2(point.X, point.Y));
            }

            return points;
        }
    }

    private static OfxPointD[] Points(CanonicalMap map, ReadOnlySpan<Vector2> points)
    {
        OfxPointD[] canonical = new OfxPointD[points.Length];
        for (int i = 0; i < canonical.Length; i++)
            canonical[i] = map.ToCanonical(points[i]);
        return canonical;
    }
}
