using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>The rotated square around a face that a network looks at, in square pixels of the frame.</summary>
/// <param name="Centre">The square's centre.</param>
/// <param name="Side">The square's side.</param>
/// <param name="Angle">By how much the square's x axis is turned clockwise on the raster, in radians.</param>
internal readonly record struct FaceCrop(Vector2 Centre, float Side, double Angle)
{
    /// <summary>The landmark network was trained on squares of 1.5 × the longer side of the face's box (MediaPipe's face mesh graph).</summary>
    public const float LandmarkMargin = 1.5f;

    /// <summary>The crop around a detection.</summary>
    /// <param name="face">A detection in raster coordinates.</param>
    /// <param name="pixelAspect">The frame's pixel aspect ratio.</param>
    /// <param name="margin">The side divided by the box's longer side.</param>
    public static FaceCrop Around(DetectedFace face, double pixelAspect, float margin)
    {
        float aspect = (float)pixelAspect;
        RectF box = face.Box;
        Vector2 centre = new(box.Centre.X * aspect, box.Centre.Y);
        Vector2 eyes = (face.Points[1] - face.Points[0]) * new Vector2(aspect, 1);
        return new FaceCrop(centre, margin * Math.Max(box.Width * aspect, box.Height), Math.Atan2(eyes.Y, eyes.X));
    }

    /// <summary>The crop around points found before.</summary>
    /// <param name="points">478 points in square pixels.</param>
    /// <param name="margin">The side divided by the longer side of the points' box.</param>
    public static FaceCrop Around(ReadOnlySpan<Vector3> points, float margin = LandmarkMargin)
    {
        Vector3 eyes = points[FaceMeshIndices.RightEyeOuter] - points[FaceMeshIndices.LeftEyeOuter];
        double angle = Math.Atan2(eyes.Y, eyes.X);
        float cos = (float)Math.Cos(angle), sin = (float)Math.Sin(angle);
        Vector2 low = new(float.PositiveInfinity), high = new(float.NegativeInfinity);
        foreach (Vector3 point in points[..FaceMeshIndices.SurfaceCount])
        {
            Vector2 turned = new(cos * point.X + sin * point.Y, cos * point.Y - sin * point.X);
            low = Vector2.Min(low, turned);
            high = Vector2.Max(high, turned);
        }

        Vector2 middle = (low + high) / 2, size = high - low;
        return new FaceCrop(
            new Vector2(cos * middle.X - sin * middle.Y, sin * middle.X + cos * middle.Y),
            margin * Math.Max(size.X, size.Y),
            angle);
    }

    /// <summary>The map from the network's input of <paramref name="size"/> pixels to square pixels of the frame.</summary>
    /// <param name="size">The input's side.</param>
    public Affine2D ToFrame(int size)
    {
        double scale = Side / size, half = Side / 2;
        double cos = Math.Cos(Angle), sin = Math.Sin(Angle);
        return Affine2D.Similarity(scale, Angle, Centre.X - half * (cos - sin), Centre.Y - half * (sin + cos));
    }
}
