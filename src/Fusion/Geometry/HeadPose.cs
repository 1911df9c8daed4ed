using System.Numerics;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Geometry;

/// <summary>Where a head is and how it is turned: the similarity from the canonical face to the frame's square pixels.</summary>
public readonly record struct HeadPose
{
    // What expressions move still steadies the fit a little.
    private const float SoftWeight = 0.03f;

    private static readonly float[] Weights = MakeWeights();

    private HeadPose(Similarity3 canonicalToFrame) => CanonicalToFrame = canonicalToFrame;

    /// <summary>From the canonical face (inter-ocular distance 1) to the frame's square pixels.</summary>
    public Similarity3 CanonicalToFrame { get; }

    /// <summary>
    /// The distance between the eyes' centres in square pixels as it would be seen from the front: turning the head
    /// doesn't shorten it.
    /// </summary>
    public double InterOcular => CanonicalToFrame.Scale;

    /// <summary>Turn to the side in degrees; positive towards the viewer's right.</summary>
    public double Yaw => Degrees(Math.Atan2(-CanonicalToFrame.Rotation.M13, CanonicalToFrame.Rotation.M33));

    /// <summary>Nod in degrees; positive upwards.</summary>
    public double Pitch => Degrees(Math.Asin(Math.Clamp(CanonicalToFrame.Rotation.M23, -1, 1)));

    /// <summary>Tilt in degrees; positive clockwise on the raster.</summary>
    public double Roll => Degrees(Math.Atan2(CanonicalToFrame.Rotation.M21, CanonicalToFrame.Rotation.M22));

    /// <summary>
    /// The pose of a mesh: a weighted least-squares similarity that trusts the points expressions hardly move
    /// (<see cref="FaceMeshIndices.Rigid"/>).
    /// </summary>
    /// <param name="mesh">A face in a frame.</param>
    public static HeadPose Fit(FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ReadOnlySpan<Vector3> canonical = CanonicalFace.Points[..FaceMeshIndices.SurfaceCount];
        return new HeadPose(SimilarityFit3.Solve(canonical, mesh.Square[..FaceMeshIndices.SurfaceCount], Weights));
    }

    private static float[] MakeWeights()
    {
        float[] weights = new float[FaceMeshIndices.SurfaceCount];
        Array.Fill(weights, SoftWeight);
        foreach (int index in FaceMeshIndices.Rigid)
            weights[index] = 1;
        return weights;
    }

    private static double Degrees(double radians) => radians * (180 / Math.PI);
}
