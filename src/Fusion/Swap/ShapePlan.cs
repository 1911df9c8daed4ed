using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Swap;

/// <summary>Whether a face takes the identity's shape, and the mesh it gets.</summary>
internal readonly struct ShapePlan
{
    // A mesh beyond this many inter-ocular distances is no face; the widest are less than 4.
    private const double LargestFace = 12;

    private ShapePlan(FaceMesh mesh, float strength, string note)
    {
        Mesh = mesh;
        Strength = strength;
        Note = note;
    }

    /// <summary>The mesh that the identity's picture is laid over: M', or the frame's own when the shape stays.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>How much of the identity's shape it has; 0 when the shape stays the target's.</summary>
    public float Strength { get; }

    /// <summary>Why the shape stays although another was asked for; "" when it is as asked for.</summary>
    public string Note { get; }

    /// <summary>How far the face lies from any that the model knows, in inter-ocular distances; null when it was not asked.</summary>
    public double? FitResidual { get; private init; }

    /// <summary>Decides, and makes the mesh.</summary>
    /// <param name="face">The face.</param>
    /// <param name="identity">Who is to be seen.</param>
    /// <param name="strength">What is asked for, 0 to 1.5.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known.</param>
    public static ShapePlan Make(Face face, FaceIdentity identity, float strength, FaceShape? targetNeutral)
    {
        if (strength == 0)
            return new ShapePlan(face.Mesh, 0, "");
        if (face.Mesh.Presence < FaceEngine.CertainPresence)
            return Kept(face, "only five points of the face are known");
        if (identity.Neutral is null)
            return Kept(face, "only five points of the identity's face are known");
        if (targetNeutral is null)
            return Kept(face, "the face's neutral shape is not known");

        FaceMesh mesh = ShapeTransfer.Apply(face, identity.Neutral, targetNeutral, strength);
        RectF bounds = mesh.Bounds;
        return Math.Max(bounds.Width * mesh.PixelAspect, bounds.Height) < LargestFace * face.Pose.InterOcular
            ? new ShapePlan(mesh, strength, "")
            : Kept(face, "the points found are no face's");
    }

    private static ShapePlan Kept(Face face, string reason) => new(face.Mesh, 0, $"Shape is left out: {reason}");
}
