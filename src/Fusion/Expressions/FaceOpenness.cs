using System.Numerics;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Expressions;

/// <summary>How open a face's eyes and lips are: their height by their width, between the points that the mark-up of 68 points has there.</summary>
/// <param name="LeftEye">The viewer-left eye: 37 and 40 over 39 and 36.</param>
/// <param name="RightEye">The viewer-right eye: 43 and 46 over 45 and 42.</param>
/// <param name="Lips">The lips: 62 and 66 over 54 and 48.</param>
internal readonly record struct FaceOpenness(float LeftEye, float RightEye, float Lips)
{
    // Keeps a width of nothing from dividing by nothing.
    private const float Least = 1e-6f;

    /// <summary>Measures a face.</summary>
    /// <param name="mesh">Its points.</param>
    public static FaceOpenness Of(FaceMesh mesh)
    {
        int[] place = new int[SparseLayout.Ibug68.Count];
        foreach ((int point, int onMesh) in SparseLayout.Ibug68.Features)
            place[point] = onMesh;
        return new FaceOpenness(Ratio(mesh, place, 37, 40, 39, 36), Ratio(mesh, place, 43, 46, 45, 42), Ratio(mesh, place, 62, 66, 54, 48));
    }

    private static float Ratio(FaceMesh mesh, int[] place, int top, int bottom, int left, int right) =>
        Length(mesh, place[top], place[bottom]) / (Length(mesh, place[left], place[right]) + Least);

    private static float Length(FaceMesh mesh, int a, int b)
    {
        Vector3 between = mesh.Square[a] - mesh.Square[b];
        return new Vector2(between.X, between.Y).Length();
    }
}
