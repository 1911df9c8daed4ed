using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Training.Synthesis;

/// <summary>A camera's look at a face in the canonical frame: a rotation, a scale, a weak perspective.</summary>
/// <param name="Rotation">Of the head.</param>
/// <param name="Scale">Pixels an inter-ocular distance.</param>
/// <param name="Centre">Where the middle of the face comes to lie, in continuous pixels.</param>
/// <param name="Perspective">One over the camera's distance, in inter-ocular distances; 0 is orthographic.</param>
internal readonly record struct FaceView(Rotation3 Rotation, float Scale, Vector2 Centre, float Perspective)
{
    // The middle of the face, between the eyes' level and the mouth's.
    private static readonly Vector3 Middle = new(0, 0.4f, 0.3f);

    /// <summary>A rotation by angles in radians: first the nod, then the turn, then the tilt.</summary>
    public static Rotation3 Turn(double yaw, double pitch, double roll)
    {
        (double w, double x, double y, double z) q = Product((Math.Cos(yaw / 2), 0, Math.Sin(yaw / 2), 0), (Math.Cos(pitch / 2), Math.Sin(pitch / 2), 0, 0));
        q = Product((Math.Cos(roll / 2), 0, 0, Math.Sin(roll / 2)), q);
        return Rotation3.FromQuaternion(q.w, q.x, q.y, q.z);
    }

    /// <summary>Where a point of the canonical frame is seen; z is its depth in pixels, smaller is nearer.</summary>
    public Vector3 Project(Vector3 point)
    {
        Double3 turned = Rotation.Apply(new Double3(point.X - Middle.X, point.Y - Middle.Y, point.Z - Middle.Z));
        float scale = Scale / (1 + Perspective * (float)turned.Z);
        return new Vector3(Centre + scale * new Vector2((float)turned.X, (float)turned.Y), Scale * (float)turned.Z);
    }

    /// <summary>The 478 landmarks among projected vertices of <see cref="FaceTopology"/>; the irises' tops and bottoms are made up.</summary>
    public static Vector3[] Landmarks(ReadOnlySpan<Vector3> projected)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        projected[..FaceMeshIndices.SurfaceCount].CopyTo(points);
        for (int side = 0; side < 2; side++)
        {
            int iris = FaceTopology.FirstIris + side * FaceTopology.IrisPoints, to = FaceMeshIndices.SurfaceCount + 5 * side;
            Vector3 centre = projected[iris], right = projected[iris + 1], left = projected[iris + 2], across = (right - left) / 2;
            Vector3 down = new(-across.Y, across.X, 0);
            (points[to], points[to + 1], points[to + 2], points[to + 3], points[to + 4]) = (centre, right, centre - down, left, centre + down);
        }

        return points;
    }

    private static (double, double, double, double) Product((double W, double X, double Y, double Z) a, (double W, double X, double Y, double Z) b) =>
        (a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z,
        a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
        a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X,
        a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W);
}
